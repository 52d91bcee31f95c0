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

/** Stopping a job. */
@Path("skyferry/jobs/{id:\\d{1,18}}/stop")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobStopResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobSteering steering;

    @POST
    @Operation(operationId = "stopJob", summary = "Stop a running job; what is delivered stays delivered")
    public JobDone stop(@PathParam("id") long id) {
        steering.stop(caller.get(), id);
        return new JobDone(true, "The job stops; start the sync again to continue where it was.");
    }
}
