package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps a saved login good: the server has what renews it. */
public final class LoginRenewal {
    private LoginRenewal() {}

    /** Does nothing while there is time, and when it fails: the command itself will say what is wrong then. */
    public static void renewIfDue(URI server, Path caFile, Surroundings surroundings) {
        SavedLogin.find(server, surroundings)
                .filter(login -> login.isDueAt(surroundings.clock().instant()))
                .ifPresent(login -> renew(login, server, caFile, surroundings));
    }

    private static void renew(SavedLogin login, URI server, Path caFile, Surroundings surroundings) {
        try {
            ApiClient api = ApiClient.open(server, BearerIdentity.ofSaved(login), caFile);
            JsonObject body = Json.createObjectBuilder()
                    .add("client_id", login.clientId())
                    .build();
            saved(server, api.post("/api/skyferry/device-sign-in/renew", body), surroundings);
        } catch (CommandFailure e) {
            // tried again next time
        }
    }

    /** Saves what the server gave. */
    public static SavedLogin saved(URI server, JsonObject given, Surroundings surroundings) {
        Fields fields = new Fields(given);
        SavedLogin login = new SavedLogin(
                fields.text("user"),
                fields.text("client_id"),
                new Secret(fields.text("access_token")),
                surroundings.clock().instant(),
                Instant.parse(fields.text("expires_at")));
        login.save(server, surroundings);
        return login;
    }
}
