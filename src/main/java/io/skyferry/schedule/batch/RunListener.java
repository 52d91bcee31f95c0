package io.skyferry.schedule.batch;

import io.skyferry.schedule.run.LiveRun;
import io.skyferry.schedule.run.LiveRuns;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Holds the work's claim from the first to the last moment of the job, and writes down how it ended. */
@Named("runListener")
@Dependent
public class RunListener implements JobListener {
    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String fence;

    @Inject
    private JobContext job;

    @Inject
    private LiveRuns runs;

    @Override
    public void beforeJob() {
        runs.begin(Long.parseLong(run), Long.parseLong(fence), job.getExecutionId());
    }

    @Override
    public void afterJob() {
        Optional<LiveRun> live =
                runs.find(Long.parseLong(run)).filter(found -> found.execution() == job.getExecutionId());
        live.flatMap(runs::end).ifPresent(job::setExitStatus);
    }
}
