package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightSearch;
import io.skyferry.flight.SystemIds;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Prefer;
import io.skyferry.schedule.run.StartedAnswer;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Finds flights; keeps none of them. */
@Path("tapis-storage/discover-flights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DiscoverFlightsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private FlightSearch search;

    @Inject
    private PreferredDiscovery preferred;

    @POST
    @Operation(operationId = "discoverFlights", summary = "Find the flights that you may see")
    @APIResponseSchema(value = FlightsAnswer.class, responseCode = "200")
    @APIResponse(
            responseCode = "202",
            description = "It runs; asked for by Prefer.",
            content = @Content(schema = @Schema(implementation = StartedAnswer.class)))
    public Response discover(Request request, @Context HttpHeaders headers) {
        Caller who = caller.get();
        List<String> systems = request == null || request.systems() == null ? List.of() : request.systems();
        DiscoveryWish wish = DiscoveryWish.of(DiscoveryMode.SCAN, List.copyOf(SystemIds.checked(systems)));
        return preferred
                .find(who, Prefer.of(headers), wish)
                .orElseGet(() ->
                        Response.ok(FlightsAnswer.of(search.scan(who, systems))).build());
    }

    public record Request(List<String> systems) {}
}
