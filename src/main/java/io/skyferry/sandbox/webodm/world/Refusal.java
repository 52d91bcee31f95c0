package io.skyferry.sandbox.webodm.world;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * An error answer in the words of WebODM 3.2.4. It has four shapes there: {@code {"detail": text}} from the framework,
 * {@code {"field": [text]}} from a validator, {@code [text]} from the task calls, {@code {"error": text}} from
 * {@code edit/}; and an HTML page where the server itself broke.
 */
public final class Refusal extends RuntimeException {
    private final int status;
    private final JsonValue body;

    private Refusal(int status, JsonValue body) {
        super("WebODM answers " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Empty when the answer is an HTML page. */
    public Optional<JsonValue> findBody() {
        return Optional.ofNullable(body);
    }

    public static Refusal detail(int status, String text) {
        return new Refusal(
                status, Json.createObjectBuilder().add("detail", text).build());
    }

    /** Absent, or not the caller's: the same answer. */
    public static Refusal notFound() {
        return detail(404, "Not found.");
    }

    public static Refusal forbidden() {
        return detail(403, "You do not have permission to perform this action.");
    }

    public static Refusal anonymous() {
        return detail(403, "Authentication credentials were not provided.");
    }

    public static Refusal texts(String text) {
        return new Refusal(400, list(text));
    }

    public static Refusal error(String text) {
        return new Refusal(400, Json.createObjectBuilder().add("error", text).build());
    }

    public static Refusal fields(JsonValue errorsByField) {
        return new Refusal(400, errorsByField);
    }

    public static Refusal field(String field, String text) {
        return fields(Json.createObjectBuilder().add(field, list(text)).build());
    }

    /** The server broke: a page of HTML with status 500. */
    public static Refusal crash() {
        return new Refusal(500, null);
    }

    private static JsonArray list(String text) {
        return Json.createArrayBuilder().add(text).build();
    }
}
