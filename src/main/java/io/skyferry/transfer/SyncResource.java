package io.skyferry.transfer;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Starts syncs. Asking again while one runs leads to the one that runs. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

    @POST
    @Path("tapis-storage/sync-project-images")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "syncProjectImages", summary = "Bring the images of a project into WebODM")
    public Answer sync(Request request) {
        Long project = Fields.body(request).projectId();
        if (project == null || project < 1) {
            throw Fields.invalid("project_id", "must be the id of a project");
        }
        boolean reprocess = Boolean.TRUE.equals(request.reprocess());
        return start(project, new SyncOptions(false, false, reprocess));
    }

    @POST
    @Path("skyferry/projects/{id:\\d{1,18}}/retry-failed")
    @Operation(operationId = "retryFailed", summary = "Bring failed and refused images again")
    public Answer retryFailed(@PathParam("id") long id) {
        return start(id, new SyncOptions(true, false, false));
    }

    @POST
    @Path("skyferry/projects/{id:\\d{1,18}}/process-without-failed")
    @Operation(operationId = "processWithoutFailed", summary = "Have WebODM process what it has, without the rest")
    public Answer processWithoutFailed(@PathParam("id") long id) {
        return start(id, new SyncOptions(false, true, false));
    }

    private Answer start(long id, SyncOptions options) {
        FlightProject project = projects.getOf(caller.get().owner(), id);
        SyncStart.Started started = syncs.start(project, options);
        String message = started.alreadyRunning() ? "The sync is running already." : "The sync has started.";
        return new Answer(
                true, message, id, started.job(), started.alreadyRunning(), "/api/skyferry/jobs/" + started.job());
    }

    /** @param reprocess adds new images to a task that was processed before and has it processed again */
    public record Request(Long projectId, Boolean reprocess) {}

    /** @param follow where to look how it goes */
    public record Answer(
            boolean success, String message, long projectId, long jobId, boolean alreadyRunning, String follow) {}
}
