package io.skyferry.schedule.rest;

import io.skyferry.platform.idempotency.Idempotent;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.schedule.run.StartedAnswer;
import io.skyferry.schedule.start.JobStarts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Starts a discovery now. */
@Path("tapis-discovery/trigger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryTriggerResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobStarts starts;

    @POST
    @Idempotent
    @Operation(
            operationId = "triggerDiscovery",
            summary = "Find flights and make their projects, whatever preferences and cool-down say")
    @APIResponseSchema(value = StartedAnswer.class, responseCode = "202")
    public Response trigger() {
        return StartedAnswer.accepted(starts.trigger(caller.get().owner())).build();
    }
}
