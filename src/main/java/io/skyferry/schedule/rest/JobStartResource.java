package io.skyferry.schedule.rest;

import io.skyferry.platform.idempotency.Idempotent;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.schedule.run.StartedAnswer;
import io.skyferry.schedule.start.JobName;
import io.skyferry.schedule.start.JobStarts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Starts a job by its name. */
@Path("skyferry/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JobStartResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobStarts starts;

    @POST
    @Idempotent
    @Operation(operationId = "startJob", summary = "Start a job, or be led to the one that does the same already")
    @APIResponseSchema(value = StartedAnswer.class, responseCode = "202")
    public Response start(Request request) {
        JobName name = JobName.get(Fields.text("name", Fields.body(request).name(), 80));
        return StartedAnswer.accepted(starts.start(caller.get(), name, request.parameters()))
                .build();
    }

    /** @param parameters of the job, by name */
    public record Request(
            String name,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject parameters) {}
}
