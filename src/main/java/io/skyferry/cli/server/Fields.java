package io.skyferry.cli.server;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** Reads a JSON object without trusting its shape: what is absent, null or of another type reads as empty or 0. */
public record Fields(JsonObject object) {

    /** A string or the spelling of a number or truth value. */
    public String text(String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value == null || value == JsonValue.NULL || value instanceof JsonArray || value instanceof JsonObject
                ? ""
                : value.toString();
    }

    public long number(String name) {
        return object.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    public double decimal(String name) {
        return object.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
    }

    public boolean flag(String name) {
        return object.get(name) == JsonValue.TRUE;
    }

    public boolean has(String name) {
        return object.get(name) != null && object.get(name) != JsonValue.NULL;
    }

    public Fields object(String name) {
        return new Fields(object.get(name) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The objects in an array. */
    public List<Fields> list(String name) {
        return values(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(value -> new Fields((JsonObject) value))
                .toList();
    }

    /** The strings in an array. */
    public List<String> texts(String name) {
        return values(name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private List<JsonValue> values(String name) {
        return object.get(name) instanceof JsonArray array ? array : List.of();
    }
}
