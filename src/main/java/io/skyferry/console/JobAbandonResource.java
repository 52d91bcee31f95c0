package io.skyferry.console;

import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Giving a job up. */
@Path("skyferry/jobs/{id:\\d{1,18}}/abandon")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobAbandonResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobSteering steering;

    @POST
    @Operation(operationId = "abandonJob", summary = "Give up a job that failed or was stopped; for operators")
    public JobDone abandon(@PathParam("id") long id) {
        steering.abandon(caller.get(), id);
        return new JobDone(true, "The job is given up; what it delivered stays delivered.");
    }
}
