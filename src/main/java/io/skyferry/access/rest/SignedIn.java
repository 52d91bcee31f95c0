package io.skyferry.access.rest;

import io.skyferry.access.vault.StoredToken;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.temporal.ChronoUnit;

/** @param expiresAt when the access token ends; work that runs later renews it */
public record SignedIn(
        boolean success,
        String user,
        @JsonbProperty("client_id") String clientId,
        @JsonbProperty("expires_at") String expiresAt) {

    static SignedIn of(StoredToken token) {
        return new SignedIn(
                true,
                token.key().owner(),
                token.key().clientId(),
                token.tokens().accessExpiry().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
