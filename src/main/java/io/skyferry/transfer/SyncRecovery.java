package io.skyferry.transfer;

import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.project.ProjectLedger;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
        for (long project : claims.listAbandoned()) {
            try {
                SyncStart.Started started = syncs.resume(projects.get(project));
                LOG.info(() -> "The interrupted sync of project " + project + " continues as job " + started.job());
            } catch (Failure failure) {
                LOG.warning(() -> "The sync of project " + project + " waits: " + failure.getMessage());
            }
        }
    }

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void continueAfterSignIn() {
        resumption.resumeAll();
    }
}
