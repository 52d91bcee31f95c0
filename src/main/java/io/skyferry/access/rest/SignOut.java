package io.skyferry.access.rest;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * @param everywhere whether all of the caller's browser sessions and terminals end; absent: this one
 * @param revoke whether the Tapis token that the request carries is revoked
 * @param renewalToken of the terminal that logs out, if one does
 */
public record SignOut(boolean everywhere, boolean revoke, Optional<Secret> renewalToken) {

    /** A body is not needed, nor its type: a plain POST has to be enough to get out. */
    static SignOut of(String body) {
        if (body == null || body.isBlank()) {
            return new SignOut(false, false, Optional.empty());
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject json = reader.readObject();
            return new SignOut(
                    json.getBoolean("everywhere", false),
                    json.getBoolean("revoke", false),
                    Optional.ofNullable(json.getString("renewal_token", null)).map(Secret::new));
        } catch (JsonException e) {
            throw new Failure(ErrorCode.INVALID_REQUEST, "The body is not the JSON that this call takes.");
        }
    }
}
