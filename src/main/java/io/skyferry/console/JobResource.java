package io.skyferry.console;

import io.skyferry.console.JobCatalog.Job;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One job. */
@Path("skyferry/jobs/{id:\\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobCatalog catalog;

    @Inject
    private JobDetails details;

    @Inject
    private JobSteering steering;

    public record Answer(boolean success, JobDetail job) {}

    @GET
    @Operation(operationId = "getJob", summary = "Show one job: steps, partitions, counters, and what is allowed now")
    public Answer get(@PathParam("id") long id) {
        Caller asking = caller.get();
        Job job = catalog.getFor(asking, id);
        return new Answer(true, details.of(job, asking));
    }

    @DELETE
    @Operation(operationId = "purgeJob", summary = "Delete the record and the log of a job that is over; for operators")
    public JobDone purge(@PathParam("id") long id) {
        steering.purge(caller.get(), id);
        return new JobDone(true, "The job's record and log are deleted; project and images stay.");
    }
}
