package io.skyferry.transfer;

import io.skyferry.platform.batch.JobEnds;
import io.skyferry.platform.idempotency.Idempotent;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Prefer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts syncs. Asking again while one runs leads to the one that runs. */
@Path("tapis-storage/sync-project-images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class SyncResource {
    @Inject
    private OwnSyncs syncs;

    @Inject
    private JobEnds ends;

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "syncProjectImages", summary = "Bring the images of a project into WebODM")
    @APIResponseSchema(value = SyncAnswer.class, responseCode = "200")
    @APIResponse(
            responseCode = "202",
            description = "It runs; asked for by Prefer.",
            content = @Content(schema = @Schema(implementation = SyncAnswer.class)))
    public Response sync(Request request, @Context HttpHeaders headers) {
        Long project = Fields.body(request).projectId();
        if (project == null || project < 1) {
            throw Fields.invalid("project_id", "must be the id of a project");
        }
        boolean reprocess = Boolean.TRUE.equals(request.reprocess());
        SyncAnswer started = syncs.start(project, new SyncOptions(false, false, reprocess));
        Prefer prefer = Prefer.of(headers);
        return prefer.isGiven()
                ? preferred(started, prefer)
                : Response.ok(started).build();
    }

    /** Who would rather wait hears how it ended, if that is soon; anybody else is let go. */
    private Response preferred(SyncAnswer started, Prefer prefer) {
        return ends.await(started.jobId(), prefer.patience().orElse(Duration.ZERO))
                .map(job -> Response.ok(started.ended(job.getExitStatus())))
                .orElseGet(() -> Response.accepted(started).header(HttpHeaders.LOCATION, started.follow()))
                .header(Prefer.APPLIED, prefer.applied())
                .build();
    }

    /** @param reprocess adds new images to a task that was processed before and has it processed again */
    public record Request(Long projectId, Boolean reprocess) {}
}
