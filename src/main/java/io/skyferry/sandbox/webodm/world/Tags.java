package io.skyferry.sandbox.webodm.world;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * WebODM keeps tags in one text, joined by blanks. Hence a tag with a blank becomes two, a text instead of a list
 * becomes its characters, and anything but a text inside the list breaks the server.
 */
public final class Tags {
    private Tags() {}

    /** @throws Refusal 400 for null, 500 for what the real server breaks on */
    public static List<String> parse(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> throw Refusal.field("tags", "This field may not be null.");
            case STRING -> split(characters(((JsonString) value).getString()));
            case ARRAY -> split(texts(value.asJsonArray()));
            case OBJECT -> split(new ArrayList<>(value.asJsonObject().keySet()));
            case NUMBER, TRUE, FALSE -> throw Refusal.crash();
        };
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : array) {
            if (!(element instanceof JsonString text)) {
                throw Refusal.crash();
            }
            texts.add(text.getString());
        }
        return texts;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
    }

    private static List<String> split(List<String> tags) {
        String joined = String.join(" ", tags).strip();
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\s+"));
    }
}
