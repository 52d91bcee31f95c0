package io.skyferry.notice;

import io.skyferry.notice.choice.Wishes;
import io.skyferry.notice.hook.WebhookStore;
import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.NewNotice;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.ledger.NoticeStore.Reading;
import io.skyferry.notice.news.News;
import io.skyferry.notice.news.NewsDesk;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.identity.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the feed of changes on from where it was read to, and keeps a notice for everybody who wants to know. */
final class Intake {
    private static final int BATCH = 200;

    /** What came after the id, oldest first. */
    interface Feed {
        List<Change> listAfter(long id, int limit);
    }

    private final Feed feed;
    private final NoticeStore notices;
    private final Wishes wishes;
    private final WebhookStore hooks;
    private final NoticeSettings settings;
    private final Clock clock;

    Intake(Feed feed, NoticeStore notices, Wishes wishes, WebhookStore hooks, NoticeSettings settings, Clock clock) {
        this.feed = feed;
        this.notices = notices;
        this.wishes = wishes;
        this.hooks = hooks;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        boolean more = true;
        while (more) {
            Reading from = notices.reading();
            List<Change> changes = feed.listAfter(from.changeId(), BATCH);
            more = !changes.isEmpty() && read(from, changes) && changes.size() == BATCH;
        }
    }

    /** @return false when another server was quicker */
    private boolean read(Reading from, List<Change> changes) {
        NewsDesk desk = new NewsDesk(from.unchanged());
        List<NewNotice> told = new ArrayList<>();
        for (Change change : changes) {
            desk.read(change).stream()
                    .map(occasion ->
                            new News(occasion, change.at(), change.note().body()))
                    .forEach(news -> tell(change, news, told));
        }
        long last = changes.get(changes.size() - 1).id();
        return notices.advance(from, new Reading(last, desk.unchanged()), told);
    }

    private void tell(Change change, News news, List<NewNotice> told) {
        Instant now = clock.instant();
        if (settings.hook().isPresent()) {
            told.add(new NewNotice(
                    change.id(), Channel.INSTALLATION, change.note().owner(), news, now));
        }
        change.note().owner().ifPresent(owner -> {
            if (hooks.find(owner).isPresent()) {
                told.add(new NewNotice(
                        change.id(), Channel.WEBHOOK, change.note().owner(), news, now));
            }
            settings.mail()
                    .filter(mail -> wantsMail(owner, news))
                    .map(mail -> wishes.choice(owner).digestMinutes().orElse(mail.digestMinutes()))
                    .map(minutes -> now.plus(Duration.ofMinutes(minutes)))
                    .ifPresent(at -> told.add(new NewNotice(
                            change.id(), Channel.MAIL, change.note().owner(), news, at)));
        });
    }

    private boolean wantsMail(Owner owner, News news) {
        return wishes.choice(owner).mailbox().isPresent()
                && wishes.occasions(owner).contains(news.occasion());
    }
}
