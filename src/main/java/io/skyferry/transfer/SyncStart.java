package io.skyferry.transfer;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import io.skyferry.project.ProjectState;
import io.skyferry.tapis.TapisSessions;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Starts syncs: at most one of a project at a time, whoever asks and however often. */
@ApplicationScoped
public class SyncStart {
    public static final String JOB = "sync-flight";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 100;

    @EJB
    private Jobs jobs;

    @Inject
    private Claims claims;

    @Inject
    private ProjectLedger projects;

    @Inject
    private TapisSessions sessions;

    @Inject
    private SyncRecords records;

    /**
     * The sync that works on the project now.
     *
     * @param job the id of its execution
     * @param alreadyRunning whether it had been started before
     */
    public record Started(long job, boolean alreadyRunning) {}

    /**
     * @throws Failure NO_TAPIS_TOKEN when the owner has no stored token: a sync outlives the request
     * @throws Failure CONFLICT when the project is just being made
     */
    public Started start(FlightProject project, SyncOptions options) {
        sessions.forOwner(project.owner());
        for (int look = 0; look < LOOKS; look++) {
            OptionalLong fence = claims.tryTake(project.id());
            if (fence.isPresent()) {
                return new Started(launch(project.id(), fence.getAsLong(), options), false);
            }
            Optional<Long> running = claims.findRunningExecution(project.id());
            if (running.isPresent()) {
                return new Started(running.get(), true);
            }
            new StopSignal().sleep(LOOK_AGAIN);
        }
        throw new Failure(ErrorCode.CONFLICT, "The project is being worked on; try again in a moment.");
    }

    /** Starts a sync that was interrupted once more, with what its last run was asked for. */
    Started resume(FlightProject project) {
        SyncOptions options = claims.findLastExecution(project.id())
                .flatMap(jobs::findExecution)
                .map(execution -> SyncOptions.of(execution.getJobParameters()))
                .orElse(SyncOptions.PLAIN);
        return start(project, options);
    }

    private long launch(long project, long fence, SyncOptions options) {
        try {
            projects.change(project, fence, (row, now) -> row.startSync(now));
            Map<String, String> parameters = new HashMap<>(options.parameters());
            parameters.put("project", Long.toString(project));
            parameters.put("fence", Long.toString(fence));
            long execution = jobs.start(JOB, parameters);
            claims.workedOnBy(project, fence, execution);
            InsertRace.run(() -> records.ensure(execution, project, options));
            return execution;
        } catch (RuntimeException e) {
            giveUp(project, fence);
            throw e;
        }
    }

    private void giveUp(long project, long fence) {
        Failure failure = new Failure(ErrorCode.INTERNAL_ERROR, "The job could not be started.");
        try {
            projects.change(project, fence, (row, now) -> {
                if (row.state() == ProjectState.SYNCING) {
                    row.endSync(ProjectState.NEEDS_ATTENTION, failure, now);
                }
            });
        } finally {
            claims.release(project, fence);
        }
    }
}
