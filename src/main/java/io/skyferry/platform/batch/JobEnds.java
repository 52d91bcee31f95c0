package io.skyferry.platform.batch;

import io.skyferry.platform.pace.StopSignal;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Knows and awaits the end of job executions, on whichever server they run. Thread-safe. */
@ApplicationScoped
public class JobEnds {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @EJB
    private Jobs jobs;

    public static boolean isEnded(JobExecution execution) {
        return switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> false;
            case STOPPED, FAILED, COMPLETED, ABANDONED -> true;
        };
    }

    /** The execution, if it ends in time. */
    public Optional<JobExecution> await(long execution, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        Optional<JobExecution> found = findEnded(execution);
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            new StopSignal().sleep(LOOK_AGAIN);
            found = findEnded(execution);
        }
        return found;
    }

    public Optional<JobExecution> findEnded(long execution) {
        return jobs.findExecution(execution).filter(JobEnds::isEnded);
    }
}
