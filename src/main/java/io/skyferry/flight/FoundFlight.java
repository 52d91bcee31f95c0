package io.skyferry.flight;

import java.time.Instant;

/**
 * A flight as a scan found it.
 *
 * @param totalBytes the sum of the listed sizes
 * @param fingerprint SHA-256 of the listing: equal fingerprints, unchanged flight
 */
public record FoundFlight(
        String flightName,
        String systemId,
        String imagesPath,
        int imageCount,
        long totalBytes,
        String fingerprint,
        Instant discoveredAt) {}
