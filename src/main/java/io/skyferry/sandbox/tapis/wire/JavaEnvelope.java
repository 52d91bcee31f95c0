package io.skyferry.sandbox.tapis.wire;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.AnswerException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** The envelope of the Java services. {@code build} really ends with a line feed there. */
public final class JavaEnvelope {
    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            500, "Internal Server Error",
            501, "Not Implemented");

    private JavaEnvelope() {}

    public static Answer ok(String message, JsonValue result, JsonObject metadata) {
        return Answer.json(200, envelope("success", message, result, metadata));
    }

    /** An error as the services' exception mapper writes it: pretty-printed, nulls included. */
    public static AnswerException error(int status, String message) {
        return new AnswerException(errorAnswer(status, message));
    }

    public static Answer errorAnswer(int status, String message) {
        return Answer.text(
                status, Answer.JSON, pretty(envelope(REASONS.get(status), message, JsonValue.NULL, JsonValue.NULL)));
    }

    /** A violated constraint of a parameter. */
    public static AnswerException invalid(String message) {
        return new AnswerException(
                Answer.text(400, Answer.JSON, pretty(envelope("error", message, JsonValue.NULL, JsonValue.NULL))));
    }

    /** An error of a request filter: bare text, yet declared as JSON. */
    public static AnswerException filterError(int status, String message) {
        return new AnswerException(Answer.text(status, Answer.JSON, message));
    }

    private static JsonObject envelope(String status, String message, JsonValue result, JsonValue metadata) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        json.add("status", status);
        json.add("message", message);
        json.add("result", result);
        json.add("version", "1.8.2");
        json.add("commit", "21a4c4e0");
        json.add("build", "2026-04-14T17:01:14Z\n");
        json.add("metadata", metadata);
        return json.build();
    }

    private static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip();
    }
}
