package io.skyferry.transfer;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectAction;
import io.skyferry.project.ProjectLedger;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stops the sync that works on a project; operators may stop everybody's. */
@Path("skyferry/projects/{id:\\d{1,18}}/stop")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class StopSyncResource {
    @EJB
    private Jobs jobs;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private Claims claims;

    @Inject
    private ImageLedger images;

    @Inject
    private SyncRuns runs;

    public record Answer(boolean success, String message, long jobId) {}

    @POST
    @Operation(operationId = "stopProjectSync", summary = "Stop the project's sync; what is delivered stays delivered")
    public Answer stop(@PathParam("id") long id) {
        FlightProject project = projects.getFor(caller.get(), id);
        long job = claims.findRunningExecution(project.id())
                .orElseThrow(() -> ProjectAction.conflict(
                        project,
                        "No sync works on the project.",
                        ProjectAction.of(project, images.tally(project.id()), false)));
        jobs.stop(job);
        runs.find(project.id())
                .filter(run -> run.execution() == job)
                .ifPresent(run -> run.fail(new Failure(ErrorCode.STOPPED, "Stopped on request.")));
        return new Answer(true, "The sync stops; start it again to continue where it was.", job);
    }
}
