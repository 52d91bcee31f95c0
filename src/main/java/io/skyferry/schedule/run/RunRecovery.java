package io.skyferry.schedule.run;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Continues runs whose server died. Runs on every server; the claim lets only one continue. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunRecovery {
    private static final Logger LOG = Logger.getLogger(RunRecovery.class.getName());

    @Inject
    private WorkClaims claims;

    @Inject
    private RunLedger runs;

    @Inject
    private WorkStart works;

    @PostConstruct
    void endEarlierLives() {
        claims.releaseOfEarlierLives();
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void continueAbandoned() {
        for (BackgroundRun run : runs.listAbandoned()) {
            try {
                works.resume(run);
            } catch (RuntimeException e) {
                // the next look tries again; an exception would end the timer
                LOG.log(Level.WARNING, run.work() + " waits", e);
            }
        }
    }
}
