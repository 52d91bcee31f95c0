package io.skyferry.transfer.batch;

import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectLedger;
import io.skyferry.project.ProjectState;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncOptions;
import io.skyferry.transfer.SyncRecords;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Holds the project's claim from the first to the last moment of the job, and says in the ledger how it ended. */
@Named("syncListener")
@Dependent
public class SyncListener implements JobListener {
    private static final Logger LOG = Logger.getLogger(SyncListener.class.getName());

    @Inject
    @BatchProperty
    private String project;

    @Inject
    @BatchProperty
    private String fence;

    @Inject
    @BatchProperty
    private String retryRefused;

    @Inject
    @BatchProperty
    private String processWithout;

    @Inject
    @BatchProperty
    private String reprocess;

    @Inject
    private JobContext job;

    @Inject
    private SyncRuns runs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ImageLedger images;

    @Inject
    private SyncRecords records;

    @Override
    public void beforeJob() {
        SyncOptions options = new SyncOptions(
                Boolean.parseBoolean(retryRefused),
                Boolean.parseBoolean(processWithout),
                Boolean.parseBoolean(reprocess));
        SyncRun run = runs.begin(id(), Long.parseLong(fence), job.getExecutionId(), options);
        try {
            projects.startSync(run.project(), run.fence(), run.execution());
            InsertRace.run(() -> records.ensure(run.execution(), run.project(), options));
        } catch (RuntimeException e) {
            // Nobody would end the run any more, and its claim would be renewed for ever.
            runs.end(run);
            throw e;
        }
    }

    @Override
    public void afterJob() {
        runs.find(id()).filter(run -> run.execution() == job.getExecutionId()).ifPresent(this::end);
    }

    private void end(SyncRun run) {
        try {
            if (run.outcome().isEmpty() && !run.isLeft()) {
                Failure failure = run.cause().orElseGet(this::reason);
                Optional<Duration> signedOut = run.signedOutFor();
                String exitStatus = (signedOut.isPresent() ? "STOPPED:" : "FAILED:") + failure.code();
                job.setExitStatus(exitStatus);
                LOG.info(() -> "Sync of project " + project + " ended: " + failure.getMessage());
                if (failure.code() == ErrorCode.DATABASE_UNAVAILABLE
                        && run.cause().isPresent()) {
                    // It stays SYNCING: when the claim has ended, recovery continues it.
                    return;
                }
                ImageTally tally = images.tally(run.project());
                signedOut.ifPresentOrElse(
                        since -> projects.endSyncUntilSignIn(
                                run.project(), run.fence(), run.execution(), exitStatus, failure, since, tally),
                        () -> projects.endSync(
                                run.project(),
                                run.fence(),
                                run.execution(),
                                exitStatus,
                                ProjectState.NEEDS_ATTENTION,
                                failure,
                                tally));
            }
            if (!run.isLeft()) {
                records.end(run.execution(), job.getExitStatus(), run.bytesMoved());
            }
        } catch (RuntimeException e) {
            // The claim or the database is gone: whoever takes over writes the state.
            LOG.log(Level.WARNING, "The end of the sync of project " + project + " could not be written", e);
        } finally {
            runs.end(run);
        }
    }

    /** Without a failure of ours the batch container ended the job: somebody stopped it, or its own rows failed. */
    private Failure reason() {
        return job.getBatchStatus() == BatchStatus.FAILED
                ? new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The job's own records could not be written.")
                : new Failure(ErrorCode.STOPPED, "The sync was stopped before its end.");
    }

    private long id() {
        return Long.parseLong(project);
    }
}
