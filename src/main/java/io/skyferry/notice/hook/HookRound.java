package io.skyferry.notice.hook;

import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.ledger.NoticeToSend;
import io.skyferry.notice.ledger.SendOutcome;
import io.skyferry.notice.news.News;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.crypto.PublicAuthorities;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Posts what is due. One receiver's notices go one after the other, in order; several receivers are served side by side,
 * so that a slow one delays nobody else. One round at a time on each server.
 */
public final class HookRound {
    private static final int MOST_POSTS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final NoticeStore notices;
    private final WebhookStore hooks;
    private final NoticeSettings settings;
    private final WebhookAddress addresses;
    private final HookPost post;
    private final Executor threads;

    HookRound(
            NoticeStore notices,
            WebhookStore hooks,
            NoticeSettings settings,
            WebhookAddress addresses,
            HookPost post,
            Executor threads) {
        this.notices = notices;
        this.hooks = hooks;
        this.settings = settings;
        this.addresses = addresses;
        this.post = post;
        this.threads = threads;
    }

    /** @param threads for as many receivers as shall be served at one time */
    public static HookRound of(
            NoticeSettings settings, NoticeStore notices, WebhookStore hooks, Executor threads, Clock clock) {
        return new HookRound(
                notices,
                hooks,
                settings,
                new WebhookAddress(settings.loopbackHooks()),
                new HookPost(PublicAuthorities.sockets(), PATIENCE, clock),
                threads);
    }

    public void run() {
        Collection<List<NoticeToSend>> receivers = notices.listDue(MOST_POSTS).stream()
                .collect(Collectors.groupingBy(due -> due.channel() == Channel.INSTALLATION
                        ? ""
                        : due.owner().orElseThrow().toString()))
                .values();
        CompletableFuture<?>[] posts = receivers.stream()
                .map(due -> CompletableFuture.runAsync(() -> postAll(due), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(posts).join();
    }

    /** Until one fails: a receiver that is away need not be asked again at once. */
    private void postAll(List<NoticeToSend> due) {
        for (NoticeToSend each : due) {
            Optional<SendOutcome> outcome = notices.begin(each.id()).flatMap(this::posted);
            if (outcome.flatMap(SendOutcome::error).isPresent()) {
                return;
            }
        }
    }

    private Optional<SendOutcome> posted(NoticeToSend notice) {
        Optional<HookTarget> target = target(notice);
        if (target.isEmpty()) {
            notices.drop(notice.id());
            return Optional.empty();
        }
        SendOutcome outcome = post.send(target.get(), "msg_" + notice.id(), body(notice));
        outcome.error()
                .ifPresentOrElse(
                        error -> notices.failed(notice.id(), error, outcome.forGood()),
                        () -> notices.succeeded(notice.id()));
        return Optional.of(outcome);
    }

    private Optional<HookTarget> target(NoticeToSend notice) {
        if (notice.channel() == Channel.INSTALLATION) {
            return settings.hook()
                    .map(hook ->
                            new HookTarget(hook.url(), hook.secret(), url -> InetAddress.getByName(url.getHost())));
        }
        return notice.owner()
                .flatMap(hooks::find)
                .map(hook -> new HookTarget(hook.url(), hook.secret(), addresses::resolve));
    }

    private static String body(NoticeToSend notice) {
        News news = notice.news();
        JsonObjectBuilder data = Json.createObjectBuilder(news.facts());
        notice.owner().ifPresent(owner -> data.add("owner", owner.toString()));
        return Json.createObjectBuilder()
                .add("type", news.occasion().wireName())
                .add("timestamp", news.at().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("data", data)
                .build()
                .toString();
    }
}
