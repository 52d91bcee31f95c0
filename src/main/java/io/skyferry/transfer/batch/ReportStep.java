package io.skyferry.transfer.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectLedger;
import io.skyferry.project.ProjectState;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncOutcome;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import io.skyferry.transfer.watch.RunMeter;
import io.skyferry.webodm.WebOdmTask;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Logger;

/** Says how it ended: in the ledger, as the job's exit status and in its log. */
@Named("reportStep")
@Dependent
public class ReportStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(ReportStep.class.getName());

    @Inject
    @BatchProperty
    private String project;

    @Inject
    private JobContext job;

    @Inject
    private SyncRuns runs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ImageLedger images;

    @Override
    public String process() {
        SyncRun run = runs.get(Long.parseLong(project));
        return run.part(() -> report(run)).name();
    }

    private SyncOutcome report(SyncRun run) {
        SyncOutcome outcome = run.outcome().orElseThrow();
        ImageTally tally = images.tally(run.project());
        end(run, outcome, tally);
        job.setExitStatus(outcome.name());
        LOG.info(() -> "Sync of project " + project + " ended: " + outcome + ", " + tally.delivered() + " delivered, "
                + tally.failed() + " failed, " + tally.refused() + " refused, " + tally.gone() + " gone, "
                + traffic(run));
        return outcome;
    }

    private void end(SyncRun run, SyncOutcome outcome, ImageTally tally) {
        String status = outcome.name();
        if (outcome == SyncOutcome.NOTHING_TO_DO) {
            WebOdmTask task = run.place().task();
            projects.endIdleSync(run.project(), run.fence(), run.execution(), status, task, tally);
        } else {
            Failure reason = reason(outcome, tally);
            projects.endSync(run.project(), run.fence(), run.execution(), status, state(outcome), reason, tally);
        }
    }

    private static String traffic(SyncRun run) {
        RunMeter meter = run.meter();
        long seconds = Math.max(1, run.age().toSeconds());
        return meter.bytesDownloaded() + " bytes fetched and " + meter.bytesUploaded() + " sent in " + seconds + " s ("
                + meter.bytesDelivered() / seconds + " bytes/s), " + meter.retries() + " attempts repeated, "
                + meter.slowestOfAll().map(side -> "mostly waited for " + side).orElse("hardly waited");
    }

    private static ProjectState state(SyncOutcome outcome) {
        return switch (outcome) {
            case COMMITTED, NOTHING_TO_DO -> ProjectState.COMMITTED;
            case NEEDS_ATTENTION, TOO_FEW_IMAGES, NEW_IMAGES -> ProjectState.NEEDS_ATTENTION;
        };
    }

    static Failure reason(SyncOutcome outcome, ImageTally tally) {
        return switch (outcome) {
            case COMMITTED, NOTHING_TO_DO -> null;
            case TOO_FEW_IMAGES ->
                new Failure(
                        ErrorCode.TOO_FEW_IMAGES,
                        "The flight has " + usable(tally.delivered()) + "; WebODM processes 2 or more.");
            case NEW_IMAGES ->
                new Failure(ErrorCode.NEW_IMAGES, images(tally.listed()) + " came after WebODM was given the task.");
            case NEEDS_ATTENTION -> new Failure(ErrorCode.IMAGES_MISSING, missing(tally));
        };
    }

    private static String usable(long count) {
        return count == 0 ? "no usable image" : count == 1 ? "1 usable image" : count + " usable images";
    }

    private static String images(long count) {
        return count == 1 ? "1 image" : count + " images";
    }

    private static String missing(ImageTally tally) {
        String refused = tally.refused() == 1 ? "was refused" : "were refused";
        if (tally.failed() > 0 && tally.refused() > 0) {
            return images(tally.failed()) + " failed and " + tally.refused() + " " + refused + ".";
        }
        if (tally.failed() > 0) {
            return images(tally.failed()) + " failed.";
        }
        return tally.refused() > 0
                ? images(tally.refused()) + " " + refused + "."
                : images(tally.listed()) + " " + (tally.listed() == 1 ? "was" : "were") + " not brought.";
    }
}
