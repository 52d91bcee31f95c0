package io.skyferry.transfer;

import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts syncs. Asking again while one runs leads to the one that runs. */
@Path("tapis-storage/sync-project-images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class SyncResource {
    @Inject
    private OwnSyncs syncs;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "syncProjectImages", summary = "Bring the images of a project into WebODM")
    public SyncAnswer sync(Request request) {
        Long project = Fields.body(request).projectId();
        if (project == null || project < 1) {
            throw Fields.invalid("project_id", "must be the id of a project");
        }
        boolean reprocess = Boolean.TRUE.equals(request.reprocess());
        return syncs.start(project, new SyncOptions(false, false, reprocess));
    }

    /** @param reprocess adds new images to a task that was processed before and has it processed again */
    public record Request(Long projectId, Boolean reprocess) {}
}
