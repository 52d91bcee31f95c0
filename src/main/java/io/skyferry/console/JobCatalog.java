package io.skyferry.console;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import io.skyferry.transfer.SyncStart;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds job executions and whose they are. */
@ApplicationScoped
public class JobCatalog {
    private static final int PAGE = 200;

    @EJB
    private Jobs jobs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private RunLedger runs;

    /**
     * An execution and what it is about.
     *
     * @param project that a sync works on
     * @param run of every other job
     */
    public record KnownJob(JobExecution execution, Optional<FlightProject> project, Optional<BackgroundRun> run) {
        Optional<Owner> owner() {
            return project.map(FlightProject::owner).or(() -> run.flatMap(BackgroundRun::owner));
        }
    }

    /** The newest jobs that the caller may see, newest first. */
    public List<KnownJob> listFor(Caller caller, int limit) {
        return Stream.concat(listSyncs(caller, limit).stream(), listRuns(caller, limit))
                .sorted(Comparator.comparingLong(
                                (KnownJob job) -> job.execution().getExecutionId())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<KnownJob> listRuns(Caller caller, int limit) {
        Optional<Owner> whose = caller.isOperator() ? Optional.empty() : Optional.of(caller.owner());
        return runs.list(whose, limit).stream()
                .flatMap(run -> jobs.findExecution(run.jobId().orElseThrow()).stream()
                        .map(execution -> new KnownJob(execution, Optional.empty(), Optional.of(run))));
    }

    private List<KnownJob> listSyncs(Caller caller, int limit) {
        List<KnownJob> found = new ArrayList<>();
        List<JobExecution> page;
        int offset = 0;
        do {
            page = jobs.listExecutions(SyncStart.JOB, offset, PAGE);
            offset += PAGE;
            page.stream()
                    .flatMap(execution -> find(execution).stream())
                    .filter(job -> maySee(caller, job))
                    .limit(limit - found.size())
                    .forEach(found::add);
        } while (found.size() < limit && page.size() == PAGE);
        return found;
    }

    /** @throws Failure JOB_NOT_FOUND also when it is somebody else's: who asks must not learn that it exists */
    public KnownJob getFor(Caller caller, long id) {
        return jobs.findExecution(id)
                .flatMap(this::find)
                .filter(job -> maySee(caller, job))
                .orElseThrow(() -> new Failure(ErrorCode.JOB_NOT_FOUND, "You have no job " + id + "."));
    }

    private Optional<KnownJob> find(JobExecution execution) {
        Optional<FlightProject> project = findId(execution, "project").map(projects::get);
        Optional<BackgroundRun> run = findId(execution, "run").flatMap(runs::find);
        return project.isEmpty() && run.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnownJob(execution, project, run));
    }

    private static Optional<Long> findId(JobExecution execution, String parameter) {
        return Optional.ofNullable(execution.getJobParameters())
                .map(parameters -> parameters.getProperty(parameter))
                .map(Long::parseLong);
    }

    private static boolean maySee(Caller caller, KnownJob job) {
        return caller.isOperator() || job.owner().filter(caller.owner()::equals).isPresent();
    }
}
