package io.skyferry.transfer;

import io.skyferry.project.ProjectAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What to do about images that failed: leave them out. */
@Path("skyferry/projects/{id:\\d{1,18}}/process-without-failed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class ProcessWithoutFailedResource {
    @Inject
    private OwnSyncs syncs;

    @POST
    @Operation(operationId = "processWithoutFailed", summary = "Have WebODM process what it has, without the rest")
    public SyncAnswer post(@PathParam("id") long id) {
        return syncs.startFor(
                id,
                ProjectAction.PROCESS_WITHOUT_FAILED,
                new SyncOptions(false, true, false),
                "No image failed or was refused, or fewer than 2 are delivered.");
    }
}
