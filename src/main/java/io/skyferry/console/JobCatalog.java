package io.skyferry.console;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import io.skyferry.transfer.SyncStart;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds job executions and whose they are. */
@ApplicationScoped
public class JobCatalog {
    private static final int PAGE = 200;

    @EJB
    private Jobs jobs;

    @Inject
    private ProjectLedger projects;

    /** An execution and the project it works on. */
    public record SyncJob(JobExecution execution, FlightProject project) {}

    /** The newest syncs that the caller may see, newest first. */
    public List<SyncJob> listFor(Caller caller, int limit) {
        List<SyncJob> found = new ArrayList<>();
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
    public SyncJob getFor(Caller caller, long id) {
        return jobs.findExecution(id)
                .flatMap(this::find)
                .filter(job -> maySee(caller, job))
                .orElseThrow(() -> new Failure(ErrorCode.JOB_NOT_FOUND, "You have no job " + id + "."));
    }

    private Optional<SyncJob> find(JobExecution execution) {
        if (execution.getJobParameters() == null || execution.getJobParameters().getProperty("project") == null) {
            return Optional.empty();
        }
        long project = Long.parseLong(execution.getJobParameters().getProperty("project"));
        return Optional.of(new SyncJob(execution, projects.get(project)));
    }

    private static boolean maySee(Caller caller, SyncJob job) {
        return caller.isOperator() || job.project().owner().equals(caller.owner());
    }
}
