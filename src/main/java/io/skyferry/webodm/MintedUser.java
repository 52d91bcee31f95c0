package io.skyferry.webodm;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * A user for whom we mint tokens with WebODM's own secret key: HS256, five minutes, only {@code username} and
 * {@code exp}, which is all that WebODM looks at.
 */
record MintedUser(String username, Secret signingKey) implements WebOdmUser {
    private static final float MINUTES = 5;

    @Override
    public String jwt() {
        JwtClaims claims = new JwtClaims();
        claims.setClaim("username", username);
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setHeader("typ", "JWT");
        token.setKey(new SecretKeySpec(signingKey.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        // WebODM's operators choose the key; its length is theirs to answer for.
        token.setDoKeyValidation(false);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("can't sign for WebODM", e);
        }
    }

    @Override
    public String jwtInsteadOf(String rejected) {
        return jwt();
    }

    /** WebODM says "Invalid signature." of users that it doesn't know, "Error decoding signature." of a wrong key. */
    @Override
    public Failure refusal(Failure failure) {
        return failure.detail().contains("Invalid signature.")
                ? WebOdmErrors.unknownUser(username, failure)
                : WebOdmUser.super.refusal(failure);
    }

    @Override
    public Optional<String> sharesWith() {
        return Optional.empty();
    }
}
