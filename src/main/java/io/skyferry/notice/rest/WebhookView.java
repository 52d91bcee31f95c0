package io.skyferry.notice.rest;

import io.skyferry.notice.hook.Webhook;
import java.time.temporal.ChronoUnit;

/** A web hook as its user sees it, without the secret. */
public record WebhookView(String url, String createdAt) {
    static WebhookView of(Webhook hook) {
        return new WebhookView(
                hook.url().toString(),
                hook.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
