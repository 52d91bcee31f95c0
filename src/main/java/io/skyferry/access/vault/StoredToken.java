package io.skyferry.access.vault;

import io.skyferry.tapis.oauth.IssuedTokens;
import java.time.Duration;
import java.time.Instant;

/**
 * A stored token, opened. Immutable.
 *
 * @param version counts the changes of the row
 */
public record StoredToken(TokenKey key, String tenant, IssuedTokens tokens, long version) {
    private static final Duration EARLIEST = Duration.ofSeconds(60);

    public boolean isValidAt(Instant now) {
        return tokens.accessExpiry().isAfter(now);
    }

    /** Whether it is time to renew: less than a minute left, or a quarter of a shorter life. */
    public boolean isDueAt(Instant now) {
        Duration quarter =
                Duration.between(tokens.issuedAt(), tokens.accessExpiry()).dividedBy(4);
        Duration ahead = quarter.compareTo(EARLIEST) < 0 ? quarter : EARLIEST;
        return !now.isBefore(tokens.accessExpiry().minus(ahead));
    }

    public boolean isRenewableAt(Instant now) {
        return tokens.refreshToken().isPresent()
                && tokens.refreshExpiry().map(expiry -> expiry.isAfter(now)).orElse(true);
    }
}
