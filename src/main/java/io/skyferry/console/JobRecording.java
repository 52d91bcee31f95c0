package io.skyferry.console;

import io.skyferry.platform.batch.JobRecords;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.ProjectLedger;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes a row for every job execution, whoever started it and whatever it does. */
@ApplicationScoped
public class JobRecording implements JobRecords {
    private static final Logger LOG = Logger.getLogger(JobRecording.class.getName());
    /** Long enough for the container to write the last status after the last listener. */
    private static final long MILLIS_TO_FINAL_STATUS = 500;

    @Inject
    private JobRuns runs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private RunLedger works;

    @Inject
    private RunFollowing following;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Override
    public void started(long execution, long instance, String job, Map<String, String> parameters) {
        try {
            Optional<Long> project =
                    Optional.ofNullable(parameters.get("project")).map(Long::valueOf);
            Owner owner = project.map(id -> projects.get(id).owner())
                    .or(() -> Optional.ofNullable(parameters.get("run"))
                            .flatMap(run -> works.find(Long.parseLong(run)))
                            .flatMap(BackgroundRun::owner))
                    .orElse(null);
            InsertRace.run(() -> runs.ensure(execution, instance, job, owner, project.orElse(null)));
        } catch (RuntimeException e) {
            // The list lacks it until somebody asks for it by its id; the work goes on.
            LOG.log(Level.WARNING, "Job " + execution + " could not be recorded", e);
        }
    }

    @Override
    public void ending(long execution) {
        try {
            following.keepOutcome(execution);
            scheduler.schedule(following::refresh, MILLIS_TO_FINAL_STATUS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops; the next look at the row finds the end.
            LOG.log(Level.FINE, "no look at the end of job " + execution, e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The end of job " + execution + " could not be recorded", e);
        }
    }
}
