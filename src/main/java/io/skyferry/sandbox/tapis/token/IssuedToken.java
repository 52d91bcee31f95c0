package io.skyferry.sandbox.tapis.token;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A signed token and when it ends. */
public record IssuedToken(String jwt, String jti, Instant expiresAt, long expiresIn) {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    /** As the Authenticator shows it, under the given name. */
    public JsonObject toJson(String name) {
        return Json.createObjectBuilder()
                .add(name, jwt)
                .add("expires_at", ISO.format(expiresAt))
                .add("expires_in", expiresIn)
                .add("jti", jti)
                .build();
    }

    @Override
    public String toString() {
        return "IssuedToken[" + jti + "]";
    }
}
