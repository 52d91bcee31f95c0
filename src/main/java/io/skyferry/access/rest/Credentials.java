package io.skyferry.access.rest;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name and a password, as they come in. */
@Schema(requiredProperties = {"username", "password"})
public record Credentials(
        String username,
        String password,

        @JsonbProperty("client_id") @Schema(description = "At sign-in only; absent: the first active client.")
        String clientId) {

    /** @throws Failure INVALID_REQUEST for an empty body or a wrong field, which it names */
    static Credentials checked(Credentials body) {
        if (body == null) {
            throw new Failure(ErrorCode.INVALID_REQUEST, "The body is missing.");
        }
        new NamedText("username", body.username).required(200);
        new NamedText("password", body.password).required(500);
        if (body.clientId != null) {
            new NamedText("client_id", body.clientId).required(80);
        }
        return body;
    }

    Secret secret() {
        return new Secret(password);
    }

    Optional<String> client() {
        return Optional.ofNullable(clientId);
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
