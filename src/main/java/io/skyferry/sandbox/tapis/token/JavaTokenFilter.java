package io.skyferry.sandbox.tapis.token;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import jakarta.json.JsonObject;
import java.time.Instant;

/** The token check of the Java services, in their order. Its errors are bare text, not JSON. */
public final class JavaTokenFilter {
    private static final String HEADER = "X-Tapis-Token";

    private final TokenMint mint;

    public JavaTokenFilter(TokenMint mint) {
        this.mint = mint;
    }

    /** The user of the request's token; every other case ends the request. */
    public String user(Request request) {
        String jwt = request.header(HEADER)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> JavaEnvelope.filterError(
                        401, "TAPIS_SECURITY_MISSING_JWT_INFO No JWT provided in the X-Tapis-Token header."));
        JsonObject claims = mint.peek(jwt)
                .orElseThrow(
                        () -> JavaEnvelope.filterError(401, "TAPIS_SECURITY_JWT_PARSE_ERROR Unable to parse the JWT."));
        checkExpiry(claims);
        checkTenantAndSignature(jwt, claims);
        checkClaims(claims);
        checkHeaders(request);
        return claims.getString("tapis/username");
    }

    private void checkExpiry(JsonObject claims) {
        if (mint.isExpired(claims)) {
            Instant end = Instant.ofEpochSecond(claims.getInt("exp", 0));
            throw JavaEnvelope.filterError(
                    401,
                    "TAPIS_SECURITY_JWT_EXPIRED Exception message: JWT expired at " + end + ". Current time: "
                            + mint.now() + " Claims: iss: " + claims.getString("iss", null) + " sub: "
                            + claims.getString("sub", null));
        }
    }

    private void checkTenantAndSignature(String jwt, JsonObject claims) {
        String tenant = claims.getString("tapis/tenant_id", null);
        if (tenant == null) {
            throw invalidClaim("tapis/tenant_id");
        }
        if (!tenant.equals(mint.tenant())) {
            throw JavaEnvelope.filterError(
                    500, "TAPIS_SECURITY_JWT_KEY_ERROR Unable to get the public key of tenant " + tenant + ".");
        }
        if (!mint.isSignedHere(jwt)) {
            throw JavaEnvelope.filterError(
                    401, "TAPIS_SECURITY_JWT_PARSE_ERROR JWT signature does not match locally computed signature.");
        }
    }

    private static void checkClaims(JsonObject claims) {
        if (!"access".equals(claims.getString("tapis/token_type", null))) {
            throw invalidClaim("tapis/token_type");
        }
        if (!"user".equals(claims.getString("tapis/account_type", null))) {
            throw invalidClaim("tapis/account_type");
        }
        if (claims.getString("tapis/username", "").isEmpty()) {
            throw invalidClaim("tapis/username");
        }
    }

    private static void checkHeaders(Request request) {
        for (String header : new String[] {"X-Tapis-Tenant", "X-Tapis-User"}) {
            if (request.header(header).isPresent()) {
                throw JavaEnvelope.filterError(
                        401,
                        "TAPIS_SECURITY_UNEXPECTED_HEADER User JWTs must not come with the header " + header + ".");
            }
        }
    }

    private static RuntimeException invalidClaim(String name) {
        return JavaEnvelope.filterError(401, "TAPIS_SECURITY_JWT_INVALID_CLAIM Invalid value of claim " + name + ".");
    }
}
