package io.skyferry.schedule.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.schedule.run.LiveRun;
import io.skyferry.schedule.run.LiveRuns;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** A step of a run. */
abstract class RunStep extends AbstractBatchlet {
    /** The exit status of a job that did all it could, while some of it failed. */
    static final String WITH_ERRORS = "DONE_WITH_ERRORS";

    @Inject
    @BatchProperty
    private String run;

    @Inject
    private JobContext context;

    @Inject
    private LiveRuns runs;

    @Override
    public final String process() {
        LiveRun live = runs.get(Long.parseLong(run));
        return live.part(() -> work(live));
    }

    /** @return the step's exit status */
    abstract String work(LiveRun live);

    /** Ends the job. */
    final String ended(LiveRun live, JsonObject result, boolean withErrors) {
        live.endsWith(result);
        context.setExitStatus(withErrors ? WITH_ERRORS : "DONE");
        return context.getExitStatus();
    }

    @Override
    public void stop() {
        runs.find(Long.parseLong(run))
                .ifPresent(live -> live.fail(new Failure(ErrorCode.STOPPED, "The job was stopped.")));
    }
}
