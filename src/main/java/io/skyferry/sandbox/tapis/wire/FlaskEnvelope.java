package io.skyferry.sandbox.tapis.wire;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.AnswerException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The envelope of the Python services. */
public final class FlaskEnvelope {
    private FlaskEnvelope() {}

    public static Answer ok(String message, JsonValue result) {
        return Answer.json(200, envelope("success", message, result));
    }

    /** Ends the request with an error; nearly all of them have status 400. */
    public static AnswerException error(int status, String message) {
        return new AnswerException(errorAnswer(status, message));
    }

    public static Answer errorAnswer(int status, String message) {
        return Answer.json(status, envelope("error", message, JsonValue.NULL));
    }

    private static JsonObject envelope(String status, String message, JsonValue result) {
        return Json.createObjectBuilder()
                .add("result", result)
                .add("status", status)
                .add("version", "1.8.4")
                .add("message", message)
                .add("metadata", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }
}
