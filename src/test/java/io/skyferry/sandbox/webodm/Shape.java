package io.skyferry.sandbox.webodm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the shape of two JSON values: the keys and their order, the types of values, whole numbers told from
 * fractions. Of arrays the first elements are compared.
 */
final class Shape {
    /** Null or not depends on how far a task has come, which a shape doesn't tell. */
    private static final Set<String> MAY_BE_NULL = Set.of(
            "status",
            "last_error",
            "name",
            "processing_node",
            "processing_node_name",
            "extent",
            "epsg",
            "pending_action",
            "public_id",
            "next");

    private final Map<String, String> differences = new TreeMap<>();

    private Shape() {}

    static Map<String, String> differences(JsonValue recorded, JsonValue answered) {
        Shape shape = new Shape();
        shape.compare("", recorded, answered);
        return Collections.unmodifiableMap(shape.differences);
    }

    private void compare(String where, JsonValue recorded, JsonValue answered) {
        String key = where.substring(where.lastIndexOf('/') + 1);
        boolean oneIsNull = recorded == JsonValue.NULL || answered == JsonValue.NULL;
        if (oneIsNull && MAY_BE_NULL.contains(key)) {
            return;
        }
        // A task's options are an object until they are set, a list from then on.
        boolean options = key.equals("options");
        if (!options && !type(recorded).equals(type(answered))) {
            differences.put(where, type(recorded) + " recorded, " + type(answered) + " answered");
        } else if (recorded instanceof JsonObject one && answered instanceof JsonObject other) {
            compare(where, one, other);
        } else if (recorded instanceof JsonArray one
                && answered instanceof JsonArray other
                && !one.isEmpty()
                && !other.isEmpty()) {
            compare(where + "/0", one.get(0), other.get(0));
        }
    }

    private void compare(String where, JsonObject recorded, JsonObject answered) {
        List<String> keys = new ArrayList<>(recorded.keySet());
        if (!keys.equals(new ArrayList<>(answered.keySet()))) {
            differences.put(where, keys + " recorded, " + answered.keySet() + " answered");
            return;
        }
        keys.forEach(key -> compare(where + "/" + key, recorded.get(key), answered.get(key)));
    }

    private static String type(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "boolean";
            case NUMBER -> ((JsonNumber) value).isIntegral() ? "whole number" : "fraction";
            case STRING -> "text";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case NULL -> "null";
        };
    }
}
