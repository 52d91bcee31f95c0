package io.skyferry.access.token;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.TenantDetails;
import java.time.Clock;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * Believes access tokens that a known Tapis tenant signed for a user: RS256, the tenant's own issuer, not expired, not
 * delegated, subject {@code username@tenant}. Thread-safe.
 */
public final class TapisTokenVerifier {
    /** The ledger's columns for owners and tenants. */
    private static final int LONGEST_OWNER = 200;

    private final TenantKeys keys;
    private final Clock clock;

    public TapisTokenVerifier(TenantKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @throws Failure INVALID_TOKEN or TOKEN_EXPIRED; TAPIS_UNREACHABLE and its like when the tenant's key can't be had
     */
    public VerifiedToken verify(Secret token) {
        CompactToken parsed = CompactToken.parse(token, AlgorithmIdentifiers.RSA_USING_SHA256);
        TokenClaims claims = parsed.unverifiedClaims();
        TenantDetails signer = signer(parsed, claims.text("tapis/tenant_id"));
        checkKind(claims, signer);
        Instant expiry = claims.checkedExpiry(clock.instant());
        return new VerifiedToken(owner(claims), expiry, claims.asMap());
    }

    private TenantDetails signer(CompactToken parsed, String tenantId) {
        TenantKey key = keys.get(tenantId);
        TenantDetails known = key.get();
        if (parsed.isSignedWith(known.publicKey())) {
            return known;
        }
        TenantDetails newer = key.insteadOf(known);
        if (newer != known && parsed.isSignedWith(newer.publicKey())) {
            return newer;
        }
        throw CompactToken.invalid("The token's signature is not its tenant's.");
    }

    private static void checkKind(TokenClaims claims, TenantDetails signer) {
        if (!withoutSlash(signer.issuer()).equals(withoutSlash(claims.text("iss")))) {
            throw CompactToken.invalid("The token was issued by another service than its tenant's.");
        }
        claims.require("tapis/token_type", "access");
        claims.require("tapis/account_type", "user");
        claims.require("tapis/delegation", Boolean.FALSE);
    }

    private static Owner owner(TokenClaims claims) {
        Owner owner = new Owner(claims.text("tapis/username"), claims.text("tapis/tenant_id"));
        claims.require("sub", owner.toString());
        if (owner.toString().length() > LONGEST_OWNER || !owner.toString().matches("[^\\p{Cntrl}\\s]+")) {
            throw CompactToken.invalid("The token's subject is not a user's name.");
        }
        return owner;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
