package io.skyferry.project.browse;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTallies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One flight that a scan of the caller's found. */
@Path("skyferry/flights/{id:\\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flights")
public class FlightResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private FlightPages flights;

    @Inject
    private ImageTallies tallies;

    public record Answer(boolean success, FlightItem flight) {}

    @GET
    @Operation(operationId = "getFlight", summary = "Show one flight")
    public Answer get(@PathParam("id") long id) {
        FlightPages.Row row = flights.get(caller.get().owner(), id);
        return new Answer(
                true,
                FlightItem.of(
                        row,
                        tallies.of(row.project().map(FlightProject::id).stream().toList())));
    }
}
