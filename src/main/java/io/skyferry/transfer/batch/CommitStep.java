package io.skyferry.transfer.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.ImageTally;
import io.skyferry.project.WebOdmPlace;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SidePatience;
import io.skyferry.transfer.SyncOutcome;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmTask;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands the task over to WebODM when the policy allows it. Runs only after every upload has been answered. */
@Named("commitStep")
@Dependent
public class CommitStep extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String project;

    @Inject
    private SyncRuns runs;

    @Inject
    private ImageLedger images;

    @Inject
    private WebOdm webOdm;

    @Inject
    private SidePatience patience;

    @Override
    public String process() {
        SyncRun run = runs.get(Long.parseLong(project));
        return run.step(() -> decide(run).name());
    }

    private SyncOutcome decide(SyncRun run) {
        run.throwIfEnding();
        ImageTally tally = images.tally(run.project());
        SyncOutcome outcome = SyncOutcome.afterTransfer(tally, run.options());
        if (outcome == SyncOutcome.COMMITTED) {
            handOver(run, tally);
        }
        run.endsAs(outcome);
        return outcome;
    }

    private void handOver(SyncRun run, ImageTally tally) {
        if (!run.isStillOurs()) {
            throw new Failure(ErrorCode.CLAIM_LOST, "Another run works on this project by now.");
        }
        WebOdmPlace place = run.place();
        String id = place.task().id();
        if (!place.task().partial()) {
            restart(run, place);
            return;
        }
        WebOdmTask task = patience.run(run, () -> webOdm.commit(place.user(), place.projectId(), id));
        // Images that are gone at the source may still be in the task, so there can be more, never fewer.
        if (task.imagesCount() < tally.delivered()) {
            throw new Failure(
                    ErrorCode.UPLOAD_MISMATCH,
                    "WebODM counts " + task.imagesCount() + " images where " + tally.delivered() + " were delivered.");
        }
    }

    /** When an answer was lost, WebODM may have begun all the same. */
    private void restart(SyncRun run, WebOdmPlace place) {
        String id = place.task().id();
        AtomicBoolean sent = new AtomicBoolean();
        patience.run(run, () -> {
            boolean waits = !sent.getAndSet(true)
                    || webOdm.getTask(place.user(), place.projectId(), id).waitsForRestart();
            if (waits) {
                webOdm.restart(place.user(), place.projectId(), id);
            }
            return waits;
        });
    }

    @Override
    public void stop() {
        StopRequests.pass(runs, project);
    }
}
