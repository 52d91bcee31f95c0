package io.skyferry.access.token;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * Believes tokens that the command line made with the key which the server left in its data directory: HS256, issuer
 * {@code skyferry-local}, subject {@code name} or {@code name@tenant}, a {@code jti}, at most two minutes to live.
 * Thread-safe.
 */
public final class LocalTokenVerifier {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(120);

    private final Key key;
    private final KnownTenants tenants;
    private final String presetTenant;
    private final Clock clock;

    /** @param presetTenant the tenant of a subject that names none */
    public LocalTokenVerifier(byte[] key, KnownTenants tenants, String presetTenant, Clock clock) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.tenants = tenants;
        this.presetTenant = presetTenant;
        this.clock = clock;
    }

    /** @throws Failure INVALID_TOKEN or TOKEN_EXPIRED */
    public VerifiedToken verify(Secret token) {
        CompactToken parsed = CompactToken.parse(token, AlgorithmIdentifiers.HMAC_SHA256);
        if (!parsed.isSignedWith(key)) {
            throw CompactToken.invalid("The token was not made with this server's present key.");
        }
        TokenClaims claims = parsed.unverifiedClaims();
        claims.require("iss", "skyferry-local");
        claims.text("jti");
        Instant now = clock.instant();
        Instant expiry = claims.checkedExpiry(now);
        if (expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw CompactToken.invalid("The token lives longer than two minutes.");
        }
        return new VerifiedToken(owner(claims.text("sub")), expiry, claims.asMap());
    }

    private Owner owner(String subject) {
        try {
            Owner owner = subject.contains("@") ? Owner.parse(subject) : new Owner(subject, presetTenant);
            if (tenants.findBaseUrl(owner.tenant()).isPresent()) {
                return owner;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer
        }
        throw CompactToken.invalid("The token's subject is no user of a tenant that is served here.");
    }
}
