package io.skyferry.flight;

import java.time.Instant;

/** Makes rows of flights for tests in other packages. */
public final class Flights {
    public static final Instant SEEN = Instant.parse("2026-05-01T10:00:00Z");

    private Flights() {}

    public static Flight of(String systemId, String name) {
        return new Flight("portals", found(systemId, name, 3, "f".repeat(64), SEEN));
    }

    static FoundFlight found(String systemId, String name, int images, String fingerprint, Instant at) {
        return new FoundFlight(name, systemId, FlightRule.imagesPath(name), images, images * 10L, fingerprint, at);
    }
}
