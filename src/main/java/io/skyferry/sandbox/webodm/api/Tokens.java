package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.World;
import io.skyferry.sandbox.webodm.world.WorldClock;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * WebODM's JSON Web Tokens: HS256 with the server's secret key, six hours of life, and a user found by the claim
 * {@code username} alone. Whoever holds the key can therefore act as anybody.
 */
public final class Tokens {
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final Key key;
    private final WorldClock clock;
    private final World world;

    public Tokens(String secretKey, WorldClock clock, World world) {
        this.key = new HmacKey(secretKey.getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
        this.world = world;
    }

    public String mint(Account account) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim("user_id", account.id());
        claims.setClaim("username", account.username());
        claims.setClaim("email", account.email());
        claims.setExpirationTime(date(clock.signInTime().plus(LIFETIME)));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setHeader("typ", "JWT");
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setDoKeyValidation(false);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Refusal 403 in the words of the real server */
    Account accountOf(String token) {
        JwtClaims claims = verified(token);
        try {
            NumericDate expiry = claims.getExpirationTime();
            if (expiry != null && !date(clock.signInTime()).isBefore(expiry)) {
                throw Refusal.detail(403, "Signature has expired.");
            }
            String username = claims.getStringClaimValue("username");
            if (username == null) {
                throw Refusal.detail(403, "Invalid payload.");
            }
            Account account = world.findAccount(username).orElseThrow(() -> Refusal.detail(403, "Invalid signature."));
            if (!account.active()) {
                throw Refusal.detail(403, "User account is disabled.");
            }
            return account;
        } catch (MalformedClaimException e) {
            throw Refusal.detail(403, "Invalid payload.");
        }
    }

    private JwtClaims verified(String token) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256));
            jws.setCompactSerialization(token);
            jws.setKey(key);
            jws.setDoKeyValidation(false);
            if (jws.verifySignature()) {
                return JwtClaims.parse(jws.getPayload());
            }
        } catch (JoseException | InvalidJwtException e) {
            // Falls through: the real server has one text for all of these.
        }
        throw Refusal.detail(403, "Error decoding signature.");
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
