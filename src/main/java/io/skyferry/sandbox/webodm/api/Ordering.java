package io.skyferry.sandbox.webodm.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts served rows by any of their fields; a leading minus turns the order round, an unknown field is ignored. */
final class Ordering {
    private Ordering() {}

    static List<JsonObject> sort(List<JsonObject> rows, String ordering) {
        boolean descending = ordering.startsWith("-");
        String field = descending ? ordering.substring(1) : ordering;
        Comparator<JsonObject> byField = (a, b) -> compare(a.get(field), b.get(field));
        List<JsonObject> sorted = new ArrayList<>(rows);
        sorted.sort(descending ? byField.reversed() : byField);
        return sorted;
    }

    /** A value as it stands in a query parameter. */
    static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }

    private static int compare(JsonValue a, JsonValue b) {
        if (a instanceof JsonNumber one && b instanceof JsonNumber other) {
            return one.bigDecimalValue().compareTo(other.bigDecimalValue());
        }
        return text(a).compareTo(text(b));
    }
}
