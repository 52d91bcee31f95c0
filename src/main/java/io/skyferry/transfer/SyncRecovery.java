package io.skyferry.transfer;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.project.ProjectLedger;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Collectors;

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

    @EJB
    private Jobs jobs;

    @Inject
    private Claims claims;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

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
                SyncStart.Started started = syncs.start(projects.get(project), optionsOf(project));
                LOG.info(() -> "The interrupted sync of project " + project + " continues as job " + started.job());
            } catch (Failure failure) {
                LOG.warning(() -> "The sync of project " + project + " waits: " + failure.getMessage());
            }
        }
    }

    private SyncOptions optionsOf(long project) {
        return claims.findLastExecution(project)
                .flatMap(jobs::findExecution)
                .map(execution -> execution.getJobParameters())
                .map(SyncRecovery::options)
                .orElse(SyncOptions.PLAIN);
    }

    private static SyncOptions options(Properties parameters) {
        return SyncOptions.of(parameters.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, parameters::getProperty)));
    }
}
