package io.skyferry.sandbox.http;

import jakarta.json.JsonStructure;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers and body. The Content-Type is sent exactly as given, without additions. */
public record Answer(int status, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json";

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer json(int status, JsonStructure json) {
        return text(status, JSON, json.toString());
    }

    public static Answer text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return stream(status, contentType, Body.of(bytes));
    }

    public static Answer stream(int status, String contentType, Body body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Body.of(new byte[0]));
    }

    public static Answer redirect(int status, String location) {
        return empty(status).header("Location", location);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    public Answer body(Body replacement) {
        return new Answer(status, headers, replacement);
    }
}
