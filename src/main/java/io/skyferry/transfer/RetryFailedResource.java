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

/** What to do about images that failed: bring them again. */
@Path("skyferry/projects/{id:\\d{1,18}}/retry-failed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class RetryFailedResource {
    @Inject
    private OwnSyncs syncs;

    @POST
    @Operation(operationId = "retryFailed", summary = "Bring failed and refused images again")
    public SyncAnswer post(@PathParam("id") long id) {
        return syncs.startFor(
                id, ProjectAction.RETRY_FAILED, new SyncOptions(true, false, false), "No image failed or was refused.");
    }
}
