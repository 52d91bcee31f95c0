package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;

/** Registers OAuth2 clients at tenants. Thread-safe. */
public final class TapisClients {
    private final Calls<ClientsApi> calls;

    public TapisClients(Duration connectTimeout, Duration readTimeout) {
        this.calls = new Calls<>(ClientsApi.class, connectTimeout, readTimeout);
    }

    /**
     * What is to be registered.
     *
     * @param clientId null: the tenant makes one
     * @param callbackUrl at most 200 characters
     * @param name at most 50 characters
     * @param description at most 70 characters
     */
    public record Wish(String clientId, String callbackUrl, String name, String description) {}

    public record Registered(String clientId, Secret key) {}

    /**
     * @param token of the one whose client it will be
     * @throws Failure CONFLICT when the tenant refuses, as the id may be taken; TAPIS_UNREACHABLE and its like;
     *     TAPIS_UNEXPECTED_ANSWER
     */
    public Registered register(URI baseUrl, Secret token, Wish wish) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("callback_url", wish.callbackUrl())
                .add("display_name", wish.name())
                .add("description", wish.description());
        if (wish.clientId() != null) {
            body.add("client_id", wish.clientId());
        }
        String text = body.build().toString();
        Answer answer = calls.run(baseUrl, () -> calls.at(baseUrl).create(token.reveal(), text));
        if (answer.refused() || answer.status() == 409) {
            throw new Failure(
                    ErrorCode.CONFLICT, "The tenant did not register the client; its id may be taken already.");
        }
        if (!answer.success()) {
            throw answer.failure("authenticator");
        }
        return registered(answer.result());
    }

    private static Registered registered(JsonObject result) {
        try {
            return new Registered(result.getString("client_id"), new Secret(result.getString("client_key")));
        } catch (NullPointerException | ClassCastException e) {
            throw new Failure(
                    ErrorCode.TAPIS_UNEXPECTED_ANSWER, "The answer to the registration has no client id and key.");
        }
    }
}
