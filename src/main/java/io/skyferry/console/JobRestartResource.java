package io.skyferry.console;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.transfer.SyncOptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Going on with what a job left. */
@Path("skyferry/jobs/{id:\\d{1,18}}/restart")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobRestartResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobSteering steering;

    /**
     * @param jobId the new job's
     * @param follow where to look how it goes
     */
    public record Answer(boolean success, String message, long jobId, String follow) {}

    /** What the new job shall do. Without any it is what the old one did, and after a decision refused images too. */
    public record Wishes(Boolean retryRefused, Boolean processWithoutFailed, Boolean reprocess) {
        static final Wishes NONE = new Wishes(null, null, null);

        SyncOptions options() {
            return new SyncOptions(
                    Boolean.TRUE.equals(retryRefused),
                    Boolean.TRUE.equals(processWithoutFailed),
                    Boolean.TRUE.equals(reprocess));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "restartJob", summary = "Start a new job for what this one left")
    public Answer restart(@PathParam("id") long id, Wishes wishes) {
        long job = steering.restart(
                caller.get(), id, wishes == null || wishes.equals(Wishes.NONE) ? null : wishes.options());
        return new Answer(true, "A new job goes on with what is left.", job, "/api/skyferry/jobs/" + job);
    }
}
