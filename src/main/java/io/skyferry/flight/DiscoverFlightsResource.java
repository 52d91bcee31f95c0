package io.skyferry.flight;

import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds flights while the caller waits; keeps nothing. */
@Path("tapis-storage/discover-flights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DiscoverFlightsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private FlightSearch search;

    @POST
    @Operation(operationId = "discoverFlights", summary = "Find the flights that you may see")
    public Answer discover(Request request) {
        return Answer.of(search.scan(caller.get(), request == null ? null : request.systems()));
    }

    public record Request(List<String> systems) {}

    public record Answer(
            boolean success,
            List<FlightView> flights,
            int count,
            int systemsScanned,
            int requests,
            List<String> errors,
            List<ScanProblem> problems) {
        static Answer of(ScanResult result) {
            List<FlightView> flights =
                    result.flights().stream().map(FlightView::of).toList();
            return new Answer(
                    true,
                    flights,
                    flights.size(),
                    result.systemsScanned(),
                    result.requests(),
                    result.errorLines(),
                    result.problems());
        }
    }

    public record FlightView(
            String flightName,
            String systemId,
            String imagesPath,
            int imageCount,
            long totalBytes,
            Instant discoveredAt) {
        static FlightView of(FoundFlight flight) {
            return new FlightView(
                    flight.flightName(),
                    flight.systemId(),
                    flight.imagesPath(),
                    flight.imageCount(),
                    flight.totalBytes(),
                    flight.discoveredAt());
        }
    }
}
