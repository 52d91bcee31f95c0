package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads fields from a submission and collects what is wrong with them, as Django REST framework's serializers do. */
final class FieldReader {
    private static final Set<String> TRUE_WORDS = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Set<String> FALSE_WORDS = Set.of("f", "false", "n", "no", "off", "0");
    private static final int MAX_NAME = 255;
    private static final String IS_NULL = "This field may not be null.";

    private final Submission submission;
    private final JsonObjectBuilder errors = Json.createObjectBuilder();
    private boolean failed;

    FieldReader(Submission submission) {
        this.submission = submission;
    }

    void error(String field, String text) {
        failed = true;
        errors.add(field, Json.createArrayBuilder().add(text));
    }

    /** @throws Refusal 400 naming every bad field */
    void throwIfFailed() {
        if (failed) {
            throw Refusal.fields(errors.build());
        }
    }

    void require(String field) {
        if (!submission.has(field)) {
            error(field, "This field is required.");
        }
    }

    /** A value that must not be null, unread. */
    Optional<JsonValue> value(String field) {
        Optional<JsonValue> value = submission.find(field);
        if (value.isPresent() && value.get() == JsonValue.NULL) {
            error(field, IS_NULL);
            return Optional.empty();
        }
        return value;
    }

    Optional<String> requiredName(String field) {
        Optional<String> name = name(field);
        if (name.filter(String::isEmpty).isPresent()) {
            error(field, "This field may not be blank.");
        }
        return name;
    }

    Optional<String> name(String field) {
        Optional<String> name = text(field);
        if (name.filter(text -> text.length() > MAX_NAME).isPresent()) {
            error(field, "Ensure this field has no more than 255 characters.");
        }
        return name;
    }

    Optional<String> text(String field) {
        Optional<JsonValue> value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonString text) {
            return Optional.of(text.getString().strip());
        } else if (value.get().getValueType() == ValueType.NUMBER) {
            return Optional.of(value.get().toString());
        }
        error(field, "Not a valid string.");
        return Optional.empty();
    }

    Optional<Boolean> truth(String field) {
        return value(field).flatMap(value -> {
            String word = word(value).toLowerCase(Locale.ROOT);
            if (!TRUE_WORDS.contains(word) && !FALSE_WORDS.contains(word)) {
                error(field, "Must be a valid boolean.");
                return Optional.empty();
            }
            return Optional.of(TRUE_WORDS.contains(word));
        });
    }

    Optional<Integer> integer(String field) {
        return value(field).flatMap(value -> {
            try {
                return Optional.of(Integer.parseInt(word(value)));
            } catch (NumberFormatException e) {
                error(field, "A valid integer is required.");
                return Optional.empty();
            }
        });
    }

    Optional<Double> number(String field) {
        return value(field).flatMap(value -> {
            try {
                return Optional.of(Double.parseDouble(word(value)));
            } catch (NumberFormatException e) {
                error(field, "A valid number is required.");
                return Optional.empty();
            }
        });
    }

    private static String word(JsonValue value) {
        return value instanceof JsonString text ? text.getString().strip() : value.toString();
    }
}
