package io.skyferry.sandbox.webodm.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a client sent as data, from a JSON object or from a form.
 *
 * @param form true: all values are texts, and of repeated fields the last one counts
 */
record Submission(JsonObject values, boolean form) {
    static final Submission EMPTY = new Submission(JsonValue.EMPTY_JSON_OBJECT, false);

    Optional<JsonValue> find(String field) {
        return Optional.ofNullable(values.get(field));
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** What Python would call true: any text but the empty one, hence "false" too. */
    boolean truthy(String field) {
        return find(field).filter(Submission::truthy).isPresent();
    }

    static boolean truthy(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, FALSE -> false;
            case TRUE -> true;
            case STRING -> !((JsonString) value).getString().isEmpty();
            case NUMBER -> !value.toString().matches("-?0(\\.0+)?");
            case ARRAY -> !value.asJsonArray().isEmpty();
            case OBJECT -> !value.asJsonObject().isEmpty();
        };
    }
}
