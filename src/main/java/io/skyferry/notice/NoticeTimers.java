package io.skyferry.notice;

import io.skyferry.notice.hook.HookRound;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.notice.mail.MailRound;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Moves notices along, every few seconds. A mail server that hangs holds up the mails and nothing else. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NoticeTimers {
    private static final Logger LOG = Logger.getLogger(NoticeTimers.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);

    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean mailing = new AtomicBoolean();
    private final AtomicBoolean posting = new AtomicBoolean();

    @Inject
    private Intake intake;

    @Inject
    private MailRound mails;

    @Inject
    private HookRound hooks;

    @Inject
    private NoticeStore notices;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void read() {
        alone(reading, "read the feed", intake::run);
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void mail() {
        alone(mailing, "send mail", mails::run);
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void post() {
        alone(posting, "post to web hooks", hooks::run);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        alone(
                new AtomicBoolean(),
                "forget notices",
                () -> notices.purge(clock.instant().minus(KEPT)));
    }

    private static void alone(AtomicBoolean busy, String what, Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            // an exception would end the timer
            LOG.log(Level.WARNING, "Could not " + what + "; it is tried again", e);
        } finally {
            busy.set(false);
        }
    }
}
