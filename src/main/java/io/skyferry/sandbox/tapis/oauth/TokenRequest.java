package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a token request, and the client that it names. */
record TokenRequest(Map<String, String> fields, Optional<Credentials> client) {
    private static final List<String> FORM_FIELDS =
            List.of("grant_type", "username", "password", "redirect_uri", "code", "refresh_token");

    static TokenRequest of(Request request) throws IOException {
        // Without a Content-Type the real service fails on its own.
        String type = request.header("Content-Type").orElseThrow(() -> FlaskEnvelope.error(500, "Unexpected error."));
        Map<String, String> fields = type.startsWith("application/json") ? json(request) : form(request);
        return new TokenRequest(fields, Credentials.of(request, fields));
    }

    private static Map<String, String> json(Request request) throws IOException {
        JsonObject json = request.json().orElseThrow(() -> FlaskEnvelope.error(400, "Invalid JSON."));
        Map<String, String> fields = new HashMap<>();
        json.forEach((name, value) -> {
            if (value instanceof JsonString text) {
                fields.put(name, text.getString());
            }
        });
        return fields;
    }

    private static Map<String, String> form(Request request) throws IOException {
        Map<String, String> fields = new HashMap<>();
        request.form().forEach((name, values) -> fields.put(name, values.get(0)));
        fields.keySet().retainAll(FORM_FIELDS);
        return fields;
    }

    String get(String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw FlaskEnvelope.error(400, "Required field " + name + " is missing.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "TokenRequest[" + fields.get("grant_type") + "]";
    }
}
