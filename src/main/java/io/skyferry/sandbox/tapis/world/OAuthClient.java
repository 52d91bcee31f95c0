package io.skyferry.sandbox.tapis.world;

import jakarta.json.JsonObject;
import java.time.Instant;

/** An OAuth2 client as the Authenticator keeps it. */
public record OAuthClient(
        String id,
        String key,
        String owner,
        String callbackUrl,
        String displayName,
        String description,
        Instant created,
        Instant updated) {

    static OAuthClient of(JsonObject json, String callbackOverride) {
        Instant created = Instant.parse(json.getString("created", "2026-01-05T09:00:00Z"));
        return new OAuthClient(
                json.getString("client_id"),
                json.getString("client_key"),
                json.getString("owner", "operator"),
                callbackOverride == null ? json.getString("callback_url", "") : callbackOverride,
                json.getString("display_name", json.getString("client_id")),
                json.getString("description", ""),
                created,
                created);
    }

    public OAuthClient changed(String newCallbackUrl, String newDisplayName, Instant now) {
        return new OAuthClient(id, key, owner, newCallbackUrl, newDisplayName, description, created, now);
    }

    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
