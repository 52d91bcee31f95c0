package io.skyferry.sandbox.tapis.token;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs and reads the tenant's tokens. Thread-safe. */
public final class TokenMint {
    private final String tenant;
    private final String issuer;
    private final Clock clock;
    private final Map<String, String> lastRefresh = new ConcurrentHashMap<>();
    private volatile SigningKey key = SigningKey.generate();

    /** @param issuer the tenant's token service, {@code <base>/v3/tokens} */
    public TokenMint(String tenant, String issuer, Clock clock) {
        this.tenant = tenant;
        this.issuer = issuer;
        this.clock = clock;
    }

    public String tenant() {
        return tenant;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The current public key: PEM with the base64 text on one line. */
    public String publicKey() {
        return key.pem();
    }

    /** From now on tokens are signed with a new key; all earlier ones are refused. */
    public void rotateKey() {
        key = SigningKey.generate();
    }

    /** The current public key as a plain JWK set. */
    public JsonArray jwks() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("kty", "RSA")
                        .add("use", "sig")
                        .add("alg", "RS256")
                        .add("n", key.modulus())
                        .add("e", key.exponent()))
                .build();
    }

    public IssuedToken access(Grant grant, Duration lifetime) {
        return issue(accessClaims(grant).build(), lifetime);
    }

    /** A refresh token carries the claims of the access token that it can renew. */
    public IssuedToken refresh(Grant grant, Duration lifetime, Duration accessLifetime) {
        JsonObjectBuilder claims = common(grant.username())
                .add("tapis/token_type", "refresh")
                .add("tapis/initial_ttl", lifetime.toSeconds())
                .add(
                        "tapis/access_token",
                        accessClaims(grant).add("tapis/token_type", "access").add("ttl", accessLifetime.toSeconds()));
        IssuedToken issued = issue(claims.build(), lifetime);
        lastRefresh.put(grant.username(), issued.jti());
        return issued;
    }

    /** The {@code jti} of the newest refresh token of a user. */
    Optional<String> findLastRefresh(String username) {
        return Optional.ofNullable(lastRefresh.get(username));
    }

    /** Signs any claims with the tenant's key, whatever they say; for tests of those who must refuse them. */
    public String sign(JsonObject claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue("RS256");
        jws.setPayload(claims.toString());
        jws.setKey(key.secret());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("can't sign", impossible);
        }
    }

    /** The claims, unverified; empty when it is no JWT at all. */
    public Optional<JsonObject> peek(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException notJson) {
            return Optional.empty();
        }
    }

    /** Whether the tenant's key signed it, with RS256 and nothing else. */
    public boolean isSignedHere(String jwt) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256"));
        try {
            jws.setCompactSerialization(jwt);
            jws.setKey(key.open());
            return jws.verifySignature();
        } catch (JoseException refused) {
            return false;
        }
    }

    /** The claims of a token of the given type that is signed here and has not expired. */
    public Optional<JsonObject> verify(String jwt, String type) {
        return peek(jwt)
                .filter(claims -> isSignedHere(jwt))
                .filter(claims -> type.equals(claims.getString("tapis/token_type", "")))
                .filter(claims -> !isExpired(claims));
    }

    /** Whether the end has come; not a second of tolerance. */
    public boolean isExpired(JsonObject claims) {
        return !claims.containsKey("exp")
                || now().getEpochSecond() >= claims.getJsonNumber("exp").longValue();
    }

    private IssuedToken issue(JsonObject claims, Duration lifetime) {
        String jti = UUID.randomUUID().toString();
        Instant end = now().plus(lifetime);
        JsonObject complete = Json.createObjectBuilder()
                .add("jti", jti)
                .addAll(Json.createObjectBuilder(claims))
                .add("exp", end.getEpochSecond())
                .build();
        return new IssuedToken(sign(complete), jti, end, lifetime.toSeconds());
    }

    private JsonObjectBuilder accessClaims(Grant grant) {
        return common(grant.username())
                .add("tapis/token_type", "access")
                .add("tapis/delegation", false)
                .add("tapis/delegation_sub", JsonValue.NULL)
                .add("tapis/username", grant.username())
                .add("tapis/account_type", "user")
                .add("tapis/client_id", orNull(grant.clientId()))
                .add("tapis/grant_type", orNull(grant.grantType()))
                .add("tapis/redirect_uri", orNull(grant.redirectUri()))
                .add("tapis/refresh_count", grant.refreshCount());
    }

    private JsonObjectBuilder common(String username) {
        return Json.createObjectBuilder()
                .add("iss", issuer)
                .add("sub", username + "@" + tenant)
                .add("tapis/tenant_id", tenant);
    }

    private static JsonValue orNull(String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }
}
