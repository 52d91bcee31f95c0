package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.FlaskTokenFilter;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.OAuthClient;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** A user's own OAuth2 clients. */
final class ClientsApi {
    private static final String ONE = "/v3/oauth2/clients/{id}";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clients clients;
    private final FlaskTokenFilter tokens;
    private final Clock clock;

    ClientsApi(Clients clients, FlaskTokenFilter tokens, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.get("/v3/oauth2/clients", this::list)
                .post("/v3/oauth2/clients", this::create)
                .get(ONE, request -> FlaskEnvelope.ok("Client retrieved successfully.", show(own(request))))
                .put(ONE, this::change)
                .delete(ONE, this::deactivate);
    }

    private Answer list(Request request) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        clients.listOf(tokens.user(request)).forEach(client -> rows.add(show(client)));
        return FlaskEnvelope.ok("Clients retrieved successfully.", rows.build());
    }

    private Answer create(Request request) throws IOException {
        String owner = tokens.user(request);
        JsonObject json = request.json().orElse(JsonValue.EMPTY_JSON_OBJECT);
        Instant now = clock.instant();
        OAuthClient client = new OAuthClient(
                json.getString("client_id", UUID.randomUUID().toString().substring(0, 12)),
                json.getString("client_key", UUID.randomUUID().toString().replace("-", "")),
                owner,
                limited(json, "callback_url", "", 200),
                limited(json, "display_name", "", 50),
                limited(json, "description", "", 70),
                now,
                now);
        if (!clients.add(client)) {
            throw FlaskEnvelope.error(409, "A client with this client_id exists already.");
        }
        return FlaskEnvelope.ok("Client created successfully.", show(client));
    }

    private Answer change(Request request) throws IOException {
        OAuthClient client = own(request);
        JsonObject json = request.json().orElse(JsonValue.EMPTY_JSON_OBJECT);
        OAuthClient changed = client.changed(
                limited(json, "callback_url", client.callbackUrl(), 200),
                limited(json, "display_name", client.displayName(), 50),
                clock.instant());
        clients.replace(changed);
        return FlaskEnvelope.ok("Client updated successfully.", show(changed));
    }

    private Answer deactivate(Request request) {
        clients.deactivate(own(request).id());
        return FlaskEnvelope.ok("Client " + request.path("id") + " deactivated successfully.", JsonValue.NULL);
    }

    private OAuthClient own(Request request) {
        String user = tokens.user(request);
        return clients.find(request.path("id"))
                .filter(client -> client.owner().equals(user))
                .orElseThrow(() -> FlaskEnvelope.error(404, "No client found with this id."));
    }

    private static String limited(JsonObject json, String name, String fallback, int length) {
        String text = json.getString(name, fallback);
        if (text.length() > length) {
            throw FlaskEnvelope.error(400, name + " must have at most " + length + " characters.");
        }
        return text;
    }

    private static JsonObject show(OAuthClient client) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        json.add("active", true);
        json.add("client_id", client.id());
        json.add("client_key", client.key());
        json.add("callback_url", client.callbackUrl());
        json.add("display_name", client.displayName());
        json.add("description", client.description());
        json.add("owner", client.owner());
        json.add("create_time", DATE.format(client.created()));
        json.add("last_update_time", DATE.format(client.updated()));
        return json.build();
    }
}
