package io.skyferry.platform.openapi;

import io.skyferry.platform.openapi.CompleteDocument.Place;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Content;

/** Puts the examples of {@code META-INF/openapi-examples.json} into the operations that they name. */
final class Examples {
    private static final String FILE = "/META-INF/openapi-examples.json";
    private static final String JSON = "application/json";

    private Examples() {}

    static void add(List<Place> places) {
        JsonObject all = read();
        for (Place place : places) {
            JsonObject examples = all.getJsonObject(place.operation().getOperationId());
            if (examples == null) {
                continue;
            }
            if (examples.containsKey("request") && place.hasBody()) {
                put(place.operation().getRequestBody().getContent(), examples.get("request"));
            }
            CompleteDocument.orEmpty(place.operation().getResponses().getAPIResponses())
                    .forEach((status, answer) -> {
                        if (examples.containsKey(status)) {
                            put(answer.getContent(), examples.get(status));
                        }
                    });
        }
    }

    private static void put(Content content, JsonValue example) {
        if (content != null && content.getMediaType(JSON) != null) {
            content.getMediaType(JSON).setExample(plain(example));
        }
    }

    private static JsonObject read() {
        try (InputStream file = Examples.class.getResourceAsStream(FILE);
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((JsonObject) value).forEach((name, field) -> map.put(name, plain(field)));
                yield map;
            }
            case ARRAY -> ((JsonArray) value).stream().map(Examples::plain).collect(Collectors.toList());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }
}
