package io.skyferry.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.flight.Flights;
import io.skyferry.platform.identity.Owner;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectMarkerTest {
    private static final Owner ADA = new Owner("ada", "portals");

    @Test
    void neverChangesOrProjectsOfEarlierVersionsAreNotRecognised() {
        assertThat(ProjectMarker.of(ADA, Flights.of("ptdatax.project.A", "Flight 1")))
                .isEqualTo(".skyferry-c8dc72d6cde9c8551c6c76254ea73485");
    }

    @Test
    void isAHiddenTagThatWebOdmCanFind() {
        assertThat(ProjectMarker.of(ADA, Flights.of("s", "F"))).matches("\\.skyferry-[0-9a-f]{32}");
    }

    @Test
    void tellsOwnersSystemsAndFlightsApart() {
        assertThat(Set.of(
                        ProjectMarker.of(ADA, Flights.of("s", "F")),
                        ProjectMarker.of(new Owner("grace", "portals"), Flights.of("s", "F")),
                        ProjectMarker.of(new Owner("ada", "other"), Flights.of("s", "F")),
                        ProjectMarker.of(ADA, Flights.of("t", "F")),
                        ProjectMarker.of(ADA, Flights.of("s", "f")),
                        ProjectMarker.of(ADA, Flights.of("sF", "")),
                        ProjectMarker.of(ADA, Flights.of("", "sF"))))
                .hasSize(7);
    }
}
