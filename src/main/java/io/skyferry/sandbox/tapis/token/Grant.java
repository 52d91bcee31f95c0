package io.skyferry.sandbox.tapis.token;

import jakarta.json.JsonObject;

/**
 * Why a token is given: to whom, through which client (null = none), by which OAuth2 grant.
 *
 * @param refreshCount how often it was refreshed so far
 */
public record Grant(String username, String clientId, String grantType, String redirectUri, int refreshCount) {
    public static Grant of(String username, String clientId, String grantType, String redirectUri) {
        return new Grant(username, clientId, grantType, redirectUri, 0);
    }

    /** The grant of the access token that a refresh token carries, one refresh later. */
    public static Grant refreshed(JsonObject accessClaims) {
        return new Grant(
                accessClaims.getString("tapis/username"),
                accessClaims.getString("tapis/client_id", null),
                accessClaims.getString("tapis/grant_type", null),
                accessClaims.getString("tapis/redirect_uri", null),
                accessClaims.getInt("tapis/refresh_count", 0) + 1);
    }
}
