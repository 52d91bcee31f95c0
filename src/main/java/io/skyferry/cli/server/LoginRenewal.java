package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Keeps a saved login good: the server has what renews it. */
public final class LoginRenewal {
    private LoginRenewal() {}

    /** Does nothing while there is time, and when it fails: the command itself will say what is wrong then. */
    public static void renewIfDue(Route route, Surroundings surroundings) {
        SavedLogin.find(route.server(), surroundings)
                .filter(login -> login.isDueAt(surroundings.clock().instant()))
                .ifPresent(login -> renew(login, route, surroundings));
    }

    private static void renew(SavedLogin login, Route route, Surroundings surroundings) {
        try {
            Identity identity = login.renewal().isPresent() ? Identity.NOBODY : BearerIdentity.ofSaved(login);
            JsonObjectBuilder body = Json.createObjectBuilder().add("client_id", login.clientId());
            login.renewal().ifPresent(renewal -> body.add("renewal_token", renewal.reveal()));
            ApiClient api = ApiClient.open(route, identity);
            JsonObject given = api.post("/api/skyferry/device-sign-in/renew", body.build());
            saved(route.server(), given, login.renewal(), surroundings);
        } catch (CommandFailure e) {
            // tried again next time
        }
    }

    /** Saves what the server gave. */
    public static SavedLogin saved(URI server, JsonObject given, Surroundings surroundings) {
        return saved(server, given, Optional.empty(), surroundings);
    }

    private static SavedLogin saved(
            URI server, JsonObject given, Optional<Secret> renewalBefore, Surroundings surroundings) {
        Fields fields = new Fields(given);
        Optional<Secret> renewal = Optional.of(fields.text("renewal_token"))
                .filter(text -> !text.isEmpty())
                .map(Secret::new)
                .or(() -> renewalBefore);
        SavedLogin login = new SavedLogin(
                fields.text("user"),
                fields.text("client_id"),
                new Secret(fields.text("access_token")),
                renewal,
                surroundings.clock().instant(),
                Instant.parse(fields.text("expires_at")));
        login.save(server, surroundings);
        return login;
    }
}
