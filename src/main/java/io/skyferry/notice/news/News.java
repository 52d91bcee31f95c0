package io.skyferry.notice.news;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/**
 * Something worth telling. Immutable.
 *
 * @param facts what is known, with names in snake_case and without any secret; the {@code data} of web hooks. Of a
 *     project: {@code project_id} (WebODM's), {@code flight_name}, {@code system_id}
 */
public record News(Occasion occasion, Instant at, JsonObject facts) {

    public Optional<String> findText(String fact) {
        return facts.get(fact) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** 0 when it is not there. */
    public long number(String fact) {
        return facts.get(fact) instanceof JsonNumber number ? number.longValue() : 0;
    }

    /** WebODM's id of the project. */
    public Optional<Long> projectId() {
        JsonValue value = facts.get("project_id");
        return value instanceof JsonNumber number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
