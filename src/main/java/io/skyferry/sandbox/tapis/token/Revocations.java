package io.skyferry.sandbox.tapis.token;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The revoked tokens, by {@code jti}. */
public final class Revocations {
    private final TokenMint mint;
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    public Revocations(TokenMint mint) {
        this.mint = mint;
    }

    /** Revokes a token that is still valid; false when it is not. */
    public boolean revoke(String jwt) {
        Optional<JsonObject> claims =
                mint.peek(jwt).filter(c -> mint.isSignedHere(jwt) && !mint.isExpired(c) && !contains(jwt));
        claims.ifPresent(c -> revoked.add(c.getString("jti")));
        return claims.isPresent();
    }

    /** Revokes the newest refresh token of a user, who knows how he came by it. */
    public void revokeRefreshTokenOf(String username) {
        mint.findLastRefresh(username).ifPresent(revoked::add);
    }

    public boolean contains(String jwt) {
        return mint.peek(jwt)
                .map(claims -> claims.getString("jti", ""))
                .filter(revoked::contains)
                .isPresent();
    }

    /** The proxy's check in front of every service. */
    public Optional<Answer> gate(Request request) {
        return request.header("X-Tapis-Token")
                .filter(this::contains)
                .map(jwt -> Answer.json(
                        500,
                        Json.createObjectBuilder()
                                .add("status", "error")
                                .add("message", "Token is revoked.")
                                .add("result", JsonValue.NULL)
                                .build()));
    }
}
