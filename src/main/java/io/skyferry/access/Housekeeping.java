package io.skyferry.access;

import io.skyferry.access.audit.KeptAudit;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.browser.SignInFlow;
import io.skyferry.access.terminal.TerminalLogins;
import io.skyferry.access.vault.KeyRotation;
import io.skyferry.platform.change.Changes;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Throws away what is over. Each server does so by itself: doing it twice does no harm. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    @Inject
    private SignInFlow signIns;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private TerminalLogins logins;

    @Inject
    private KeyRotation rotation;

    @Inject
    private KeptAudit audit;

    @Inject
    private Changes changes;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void clean() {
        run("begun sign-ins", signIns::purge);
        run("browser sessions", sessions::purge);
        run("logins of terminals", logins::purge);
        run("keys", rotation::finish);
        run("the audit trail", audit::purge);
        run("the feed of changes", changes::purge);
    }

    private static void run(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // an exception would end the timer
            LOG.log(Level.WARNING, "Could not clean up " + what, e);
        }
    }
}
