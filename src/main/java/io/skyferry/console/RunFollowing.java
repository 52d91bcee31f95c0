package io.skyferry.console;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.project.Claims;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectLedger;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the rows of unfinished runs as the batch tables have them. A run that ended while nobody looked, or whose server
 * was killed, is found at the next look; looking often costs little, as few runs are unfinished at a time.
 */
@ApplicationScoped
public class RunFollowing {
    private static final Logger LOG = Logger.getLogger(RunFollowing.class.getName());
    private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;
    private static final int MOST = 500;

    private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_LOOKS);

    @EJB
    private Jobs jobs;

    @Inject
    private JobRuns runs;

    @Inject
    private Claims claims;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ImageTallies tallies;

    @Inject
    private RunLedger works;

    /** As {@link #refresh}, unless that was done less than a second ago. */
    public void refreshSometimes() {
        long last = lastLook.get();
        if (System.nanoTime() - last >= NANOS_BETWEEN_LOOKS && lastLook.compareAndSet(last, System.nanoTime())) {
            refresh();
        }
    }

    /** Looks at every run that was not over at the last look. */
    public void refresh() {
        for (long execution : runs.listUnfinished(MOST)) {
            try {
                jobs.findExecution(execution).ifPresentOrElse(this::follow, () -> runs.forget(List.of(execution)));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Job " + execution + " could not be looked at", e);
            }
        }
    }

    /** Takes over the execution's status; does nothing for one without a row. */
    public void follow(JobExecution execution) {
        long id = execution.getExecutionId();
        runs.change(id, run -> run.follow(execution));
        if (RunState.of(execution.getBatchStatus(), execution.getExitStatus()).isFinal()) {
            keepOutcome(id);
        }
    }

    /** Keeps how the project stands, if nobody else has worked on it since and nothing was kept before; or the failure. */
    public void keepOutcome(long execution) {
        works.findByJob(execution)
                .flatMap(BackgroundRun::failure)
                .ifPresent(failure -> runs.change(execution, run -> run.keepError(failure.code(), failure.detail())));
        runs.find(execution)
                .filter(entry -> entry.run().imagesDelivered() == null)
                .flatMap(entry -> entry.run().projectId())
                .filter(project -> claims.findLastExecution(project).equals(Optional.of(execution)))
                .ifPresent(project -> {
                    ImageTally tally = tallies.of(List.of(project)).getOrDefault(project, ImageTally.NONE);
                    runs.change(execution, run -> run.keepOutcome(projects.get(project), tally));
                });
    }
}
