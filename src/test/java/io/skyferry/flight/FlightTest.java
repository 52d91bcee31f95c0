package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlightTest {
    private static final String BEFORE = "a".repeat(64);
    private static final String AFTER = "b".repeat(64);

    @Test
    void takesOverWhatChangedAndKeepsWhenItWasFirstSeen() {
        Flight flight = new Flight("portals", Flights.found("s", "F", 3, BEFORE, Flights.SEEN));

        flight.seen(Flights.found("s", "F", 5, AFTER, Flights.SEEN.plusSeconds(60)));

        assertThat(flight.imageCount()).isEqualTo(5);
        assertThat(flight.totalBytes()).isEqualTo(50);
        assertThat(flight.firstSeen()).isEqualTo(Flights.SEEN);
    }

    @Test
    void leavesAnUnchangedFlightUntouched() {
        Flight flight = new Flight("portals", Flights.found("s", "F", 3, BEFORE, Flights.SEEN));

        flight.seen(Flights.found("s", "F", 5, BEFORE, Flights.SEEN.plusSeconds(60)));

        assertThat(flight.imageCount()).isEqualTo(3);
    }
}
