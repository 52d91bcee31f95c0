package io.skyferry.schedule.batch;

import io.skyferry.platform.batch.JobEnds;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import io.skyferry.schedule.run.LiveRun;
import io.skyferry.transfer.SyncOptions;
import io.skyferry.transfer.SyncStart;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Syncs each project of an owner, a few at a time, and counts how they end. */
@Named("syncAllStep")
@Dependent
public class SyncAllStep extends RunStep {
    private static final int MOST_UNDER_WAY = 4;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

    @Inject
    private JobEnds ends;

    @Inject
    private Claims claims;

    @Override
    String work(LiveRun live) {
        SyncCounts counts = new SyncCounts();
        UnderWay<SyncCounts.Sync> underWay = new UnderWay<>(
                live.stop(),
                this::isEnded,
                sync -> counts.ended(sync, ends.findEnded(sync.job()).map(JobExecution::getExitStatus)));
        for (FlightProject project : projects.listOf(live.owner())) {
            underWay.awaitAtMost(MOST_UNDER_WAY - 1);
            start(project, counts).ifPresent(underWay::add);
        }
        underWay.awaitAtMost(0);
        return ended(live, counts.json(), counts.hasErrors());
    }

    private Optional<SyncCounts.Sync> start(FlightProject project, SyncCounts counts) {
        try {
            return Optional.of(counts.started(project, syncs.start(project, SyncOptions.PLAIN)));
        } catch (Failure failure) {
            if (failure.code() == ErrorCode.NO_TAPIS_TOKEN || failure.code() == ErrorCode.TOKEN_EXPIRED) {
                throw failure;
            }
            counts.refused(project, failure);
            return Optional.empty();
        }
    }

    /** The execution of a server that never comes back looks alive for ever; its claim doesn't. */
    private boolean isEnded(SyncCounts.Sync sync) {
        return ends.findEnded(sync.job()).isPresent() || !claims.isHeld(sync.project());
    }
}
