package io.skyferry.transfer;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Continues syncs whose server died. Runs on every server; the claim lets only one continue. It is always a new job
 * execution: the ledger knows what is left, the dead execution's rows need no repair.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncRecovery {
    private static final Logger LOG = Logger.getLogger(SyncRecovery.class.getName());

    /** Failures that nobody has to repair, or that somebody repairs elsewhere. */
    private static final Set<ErrorCode> PASSING = EnumSet.of(
            ErrorCode.TAPIS_UNREACHABLE,
            ErrorCode.TAPIS_ERROR,
            ErrorCode.TAPIS_BUSY,
            ErrorCode.WEBODM_UNREACHABLE,
            ErrorCode.WEBODM_ERROR,
            ErrorCode.WEBODM_BUSY,
            ErrorCode.NO_SPACE,
            ErrorCode.DATABASE_UNAVAILABLE);

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Claims claims;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

    @Inject
    private SyncResumption resumption;

    @PostConstruct
    void endEarlierLives() {
        int ended = claims.releaseOfEarlierLives();
        if (ended > 0) {
            LOG.info(() -> ended + " syncs were interrupted when this server stopped; they will be continued");
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void continueAbandoned() {
        guarded(() -> claims.listAbandoned().forEach(project -> resume(projects.get(project), "was interrupted")));
    }

    /** What ended them may be over: the next run finds out, and waits if it is not. */
    @Schedule(hour = "*", minute = "*", second = "3/10", persistent = false)
    void continueAfterOutage() {
        Instant before = clock.instant().minus(settings.transfer().resumeAfter());
        guarded(() -> projects.listEndedBy(PASSING, before)
                .forEach(project ->
                        resume(project, "ended by " + project.errorCode().orElseThrow())));
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void continueAfterSignIn() {
        guarded(resumption::resumeAll);
    }

    private void resume(FlightProject project, String why) {
        try {
            SyncStart.Started started = syncs.resume(project);
            LOG.info(() ->
                    "The sync of project " + project.id() + ", which " + why + ", continues as job " + started.job());
        } catch (Failure failure) {
            LOG.warning(() -> "The sync of project " + project.id() + " waits: " + failure.getMessage());
        }
    }

    /** A timer that fails comes back after minutes only; while the database is away, it would fail. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Interrupted syncs could not be looked for; the next look is in some seconds", e);
        }
    }
}
