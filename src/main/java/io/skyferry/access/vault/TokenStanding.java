package io.skyferry.access.vault;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be told about a stored token without opening it.
 *
 * @param signedInAt when its owner last did something for it himself; renewals by the server don't count
 */
public record TokenStanding(
        TokenKey key,
        String tenant,
        Instant accessExpiry,
        Optional<Instant> refreshExpiry,
        Instant updatedAt,
        Instant signedInAt) {

    /** Whether work can go on with it now: as it is, or after a renewal. */
    public boolean isUsableAt(Instant now) {
        return accessExpiry.isAfter(now)
                || refreshExpiry.map(expiry -> expiry.isAfter(now)).orElse(false);
    }
}
