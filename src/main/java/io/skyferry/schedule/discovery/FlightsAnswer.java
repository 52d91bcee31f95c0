package io.skyferry.schedule.discovery;

import io.skyferry.flight.FoundFlight;
import io.skyferry.flight.ScanProblem;
import io.skyferry.flight.ScanResult;
import java.time.Instant;
import java.util.List;

/** The flights that a scan found, as users were promised them, and more. */
public record FlightsAnswer(
        boolean success,
        List<FlightView> flights,
        int count,
        int systemsScanned,
        int requests,
        List<String> errors,
        List<ScanProblem> problems) {

    static FlightsAnswer of(ScanResult result) {
        List<FlightView> flights = result.flights().stream().map(FlightView::of).toList();
        return new FlightsAnswer(
                true,
                flights,
                flights.size(),
                result.systemsScanned(),
                result.requests(),
                result.errorLines(),
                result.problems());
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
