package io.skyferry.notice.rest;

import io.skyferry.notice.choice.Choice;
import io.skyferry.notice.hook.Webhook;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.NoticeSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** @param webhook null when there is none */
public record NoticesAnswer(boolean success, MailView mail, WebhookView webhook) {

    /**
     * @param available whether this installation sends mail at all
     * @param address null when there is none
     * @param confirmed whether anything but the confirmation goes there
     * @param on false after mail was turned off
     */
    public record MailView(
            boolean available,
            String address,
            boolean confirmed,
            boolean on,
            List<String> occasions,
            int digestMinutes) {}

    static NoticesAnswer of(
            NoticeSettings settings, Choice choice, Set<Occasion> occasions, Optional<Webhook> webhook) {
        int preset = settings.mail().map(NoticeSettings.Mail::digestMinutes).orElse(0);
        return new NoticesAnswer(
                true,
                new MailView(
                        settings.mail().isPresent(),
                        choice.address().orElse(null),
                        choice.confirmed(),
                        choice.mailOn(),
                        occasions.stream().map(Occasion::wireName).sorted().toList(),
                        choice.digestMinutes().orElse(preset)),
                webhook.map(WebhookView::of).orElse(null));
    }
}
