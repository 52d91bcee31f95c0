package io.skyferry.console;

import io.skyferry.console.JobRuns.Entry;
import io.skyferry.platform.batch.JobRecords;
import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectState;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Finds jobs, whose they are, and what they allow. */
@ApplicationScoped
public class JobCatalog {
    @EJB
    private Jobs jobs;

    @Inject
    private JobRuns runs;

    @Inject
    private JobRecords records;

    @Inject
    private RunFollowing following;

    @Inject
    private Claims claims;

    @Inject
    private ImageTallies tallies;

    /** A job as it is now. */
    public record Job(JobExecution execution, JobRun run, FlightProject project) {}

    /** Whose jobs the caller may see; empty = everybody's. */
    public static Optional<Owner> visibleTo(Caller caller) {
        return caller.isOperator() ? Optional.empty() : Optional.of(caller.owner());
    }

    /** @throws Failure JOB_NOT_FOUND also when it is somebody else's: who asks must not learn that it exists */
    public Job getFor(Caller caller, long id) {
        return jobs.findExecution(id)
                .flatMap(this::find)
                .filter(job -> visibleTo(caller)
                        .map(owner -> job.run().owner().equals(Optional.of(owner.toString())))
                        .orElse(true))
                .orElseThrow(() -> new Failure(ErrorCode.JOB_NOT_FOUND, "You have no job " + id + "."));
    }

    private Optional<Job> find(JobExecution execution) {
        long id = execution.getExecutionId();
        if (runs.find(id).isEmpty()) {
            records.started(id, jobs.instanceOf(id), execution.getJobName(), parameters(execution));
        }
        following.follow(execution);
        return runs.find(id).map(entry -> new Job(execution, entry.run(), entry.project()));
    }

    static Map<String, String> parameters(JobExecution execution) {
        Properties given = Optional.ofNullable(execution.getJobParameters()).orElseGet(Properties::new);
        return given.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, given::getProperty));
    }

    /** What decides on the actions that the job allows now. */
    JobStanding standingOf(Job job) {
        if (job.project() == null) {
            return new JobStanding(job.run().state(), Optional.empty(), false, Optional.empty());
        }
        long project = job.project().id();
        return new JobStanding(
                job.run().state(),
                newerThan(job),
                isContinued(job),
                Optional.of(tallies.of(List.of(project)).getOrDefault(project, ImageTally.NONE)));
    }

    /** The newest run of the job's project, if that is a later one. */
    Optional<Long> newerThan(Job job) {
        return job.run()
                .projectId()
                .map(project -> runs.newestOf(List.of(project)).get(project))
                .filter(newest -> newest > job.run().executionId());
    }

    /** Its server died, or was stopped, in the middle of it. */
    private boolean isContinued(Job job) {
        return job.project().state() == ProjectState.SYNCING
                && job.run().state().isFinal()
                && claims.findLastExecution(job.project().id())
                        .equals(Optional.of(job.run().executionId()));
    }

    /** As the rows have it, with the newest first. */
    public List<Entry> list(JobFilter filter, long before, int limit) {
        following.refreshSometimes();
        return runs.list(filter, before, limit);
    }
}
