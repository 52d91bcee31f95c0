package io.skyferry.notice;

import io.skyferry.access.preference.PreferenceStore;
import io.skyferry.access.vault.SealedKind;
import io.skyferry.notice.choice.Addresses;
import io.skyferry.notice.choice.ChoiceRow;
import io.skyferry.notice.choice.ChoiceStore;
import io.skyferry.notice.choice.MailLinks;
import io.skyferry.notice.choice.Wishes;
import io.skyferry.notice.hook.HookRound;
import io.skyferry.notice.hook.WebhookAddress;
import io.skyferry.notice.hook.WebhookRow;
import io.skyferry.notice.hook.WebhookStore;
import io.skyferry.notice.hook.Webhooks;
import io.skyferry.notice.ledger.MailStore;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.mail.MailRound;
import io.skyferry.platform.change.Changes;
import io.skyferry.platform.config.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Puts the plain classes of this feature together for the container. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/hook-threads", maxAsync = 8, virtual = true)
public class NoticeBeans {
    @Resource(lookup = "java:app/concurrent/hook-threads")
    private ManagedExecutorService threads;

    /** New keys reach these rows, too. */
    @Produces
    SealedKind choiceKind() {
        return new SealedKind(ChoiceRow.class, "owner");
    }

    @Produces
    SealedKind webhookKind() {
        return new SealedKind(WebhookRow.class, "owner");
    }

    @Produces
    @Singleton
    Wishes wishes(ChoiceStore choices, PreferenceStore preferences) {
        return new Wishes(choices, preferences);
    }

    @Produces
    @Singleton
    MailLinks links(Settings settings, ChoiceStore choices, Clock clock) {
        return new MailLinks(settings.server().publicUrl(), choices, clock);
    }

    @Produces
    @Singleton
    Addresses addresses(Settings settings, ChoiceStore choices, MailStore mails, MailLinks links, Clock clock) {
        return new Addresses(choices, mails, links, () -> messageId(settings), clock);
    }

    @Produces
    @Singleton
    Webhooks webhooks(Settings settings, WebhookStore hooks, NoticeStore notices, Clock clock) {
        return new Webhooks(
                hooks, notices, new WebhookAddress(settings.notices().loopbackHooks()), new SecureRandom(), clock);
    }

    @Produces
    @Singleton
    Intake intake(
            Settings settings, Changes changes, NoticeStore notices, Wishes wishes, WebhookStore hooks, Clock clock) {
        return new Intake(changes::listAfter, notices, wishes, hooks, settings.notices(), clock);
    }

    @Produces
    @Singleton
    MailRound mail(Settings settings, MailStore mails, Wishes wishes, MailLinks links, Clock clock) {
        return MailRound.of(settings.notices(), mails, wishes, links, () -> messageId(settings), clock);
    }

    @Produces
    @Singleton
    HookRound hooks(Settings settings, NoticeStore notices, WebhookStore hooks, Clock clock) {
        return HookRound.of(settings.notices(), notices, hooks, threads, clock);
    }

    private static String messageId(Settings settings) {
        return "<" + UUID.randomUUID() + "@" + settings.server().publicUrl().getHost() + ">";
    }
}
