package io.skyferry.schedule.start;

import io.skyferry.flight.SystemIds;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Fields;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request that starts a job. Each reading throws INVALID_REQUEST, which names the field. */
record JobParameters(JsonObject values) {

    static JobParameters of(JsonObject values) {
        return new JobParameters(values == null ? JsonValue.EMPTY_JSON_OBJECT : values);
    }

    /** Nobody is to believe that something was obeyed which nothing reads. */
    void allow(String... names) {
        Set<String> known = Set.of(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Fields.invalid(name, "is no parameter of this job");
                });
    }

    boolean flag(String name) {
        JsonValue value = values.getOrDefault(name, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE && value != JsonValue.NULL) {
            throw Fields.invalid(name, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    long id(String name) {
        if (values.get(name) instanceof JsonNumber number && number.isIntegral() && number.longValue() > 0) {
            return number.longValue();
        }
        throw Fields.invalid(name, "must be an id");
    }

    List<String> systems() {
        JsonValue value = values.getOrDefault("systems", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw Fields.invalid("systems", "must be a list of ids");
        }
        return List.copyOf(SystemIds.checked(array.getValuesAs(JsonString::getString)));
    }

    /** @param tenant of a name without one */
    Optional<Owner> user(String tenant) {
        JsonValue value = values.getOrDefault("user", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        String text = value instanceof JsonString string ? string.getString() : "";
        if (text.isBlank() || text.length() > 200) {
            throw Fields.invalid("user", "must be a name, or name@tenant");
        }
        return Optional.of(text.lastIndexOf('@') > 0 ? parsed(text) : new Owner(text, tenant));
    }

    private static Owner parsed(String text) {
        try {
            return Owner.parse(text);
        } catch (IllegalArgumentException e) {
            throw Fields.invalid("user", "must be a name, or name@tenant");
        }
    }
}
