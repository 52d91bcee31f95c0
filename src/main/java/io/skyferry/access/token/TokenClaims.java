package io.skyferry.access.token;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/** The claims of a token, read strictly: a claim of another type than expected is a failure. */
record TokenClaims(JwtClaims claims) {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);
    /** The year 2242: far enough, and no arithmetic overflows. */
    private static final long LATEST = 1L << 33;

    Map<String, Object> asMap() {
        return claims.getClaimsMap();
    }

    /** @throws Failure INVALID_TOKEN */
    String text(String name) {
        if (claims.getClaimValue(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw CompactToken.invalid("The token lacks the claim " + name + ".");
    }

    /** @throws Failure INVALID_TOKEN */
    void require(String name, Object wanted) {
        if (!wanted.equals(claims.getClaimValue(name))) {
            throw CompactToken.invalid("The token's claim " + name + " is not as it must be.");
        }
    }

    /**
     * Zero tolerance at the end of the token's life, like Tapis itself.
     *
     * @throws Failure INVALID_TOKEN when the times are missing or to come, TOKEN_EXPIRED when the token's life is over
     */
    Instant checkedExpiry(Instant now) {
        Instant expiry = time("exp");
        if (claims.hasClaim("nbf") && time("nbf").isAfter(now.plus(CLOCK_DIFFERENCE))) {
            throw CompactToken.invalid("The token is not valid yet.");
        }
        if (!expiry.isAfter(now)) {
            throw new Failure(ErrorCode.TOKEN_EXPIRED, "The access token has expired.");
        }
        return expiry;
    }

    private Instant time(String name) {
        if (claims.getClaimValue(name) instanceof Number seconds) {
            return Instant.ofEpochSecond(Math.max(0, Math.min(seconds.longValue(), LATEST)));
        }
        throw CompactToken.invalid("The token lacks the claim " + name + ".");
    }
}
