package io.skyferry.notice.hook;

import io.skyferry.notice.ledger.Channel;
import io.skyferry.notice.ledger.NewNotice;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.news.News;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Gives users web hooks. Thread-safe. */
public final class Webhooks {
    private final WebhookStore hooks;
    private final NoticeStore notices;
    private final WebhookAddress addresses;
    private final SecureRandom random;
    private final Clock clock;

    public Webhooks(
            WebhookStore hooks, NoticeStore notices, WebhookAddress addresses, SecureRandom random, Clock clock) {
        this.hooks = hooks;
        this.notices = notices;
        this.addresses = addresses;
        this.random = random;
        this.clock = clock;
    }

    /**
     * With a new secret; what still waited for the one before is dropped.
     *
     * @throws Failure INVALID_REQUEST for an address that may not be used
     */
    public Webhook set(Owner owner, String url) {
        Webhook hook = new Webhook(addresses.parse("url", url), WebhookSignature.newSecret(random), clock.instant());
        notices.dropWebhookOf(owner);
        hooks.put(owner, hook);
        return hook;
    }

    /** @return whether there was one */
    public boolean remove(Owner owner) {
        boolean removed = hooks.delete(owner);
        notices.dropWebhookOf(owner);
        return removed;
    }

    /** @throws Failure NOT_FOUND when there is none */
    public void test(Owner owner) {
        if (hooks.find(owner).isEmpty()) {
            throw new Failure(ErrorCode.NOT_FOUND, "You have no web hook.");
        }
        notices.add(new NewNotice(
                0,
                Channel.WEBHOOK,
                Optional.of(owner),
                new News(Occasion.TEST, clock.instant(), JsonValue.EMPTY_JSON_OBJECT),
                clock.instant()));
    }
}
