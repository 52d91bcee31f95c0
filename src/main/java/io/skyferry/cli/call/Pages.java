package io.skyferry.cli.call;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Fetches a list that comes in pages as a whole. */
public final class Pages {
    private Pages() {}

    /** All pages as one, in the form of the first: all of {@code list}, their {@code count}, and no {@code next}. */
    public static JsonObject all(ApiClient api, String path, String list, int size) {
        String limited = path + (path.contains("?") ? "&" : "?") + "limit=" + size;
        JsonObject first = api.get(limited);
        JsonArrayBuilder entries = Json.createArrayBuilder();
        add(first, list, entries);
        Optional<String> next = findNext(first);
        while (next.isPresent()) {
            JsonObject page = api.get(limited + "&after=" + URLEncoder.encode(next.get(), StandardCharsets.UTF_8));
            add(page, list, entries);
            next = findNext(page);
        }
        JsonArray merged = entries.build();
        return Json.createObjectBuilder(first)
                .add(list, merged)
                .add("count", merged.size())
                .add("next", JsonValue.NULL)
                .build();
    }

    /** What to ask the following page with. */
    public static Optional<String> findNext(JsonObject page) {
        return Optional.of(new Fields(page).text("next")).filter(next -> !next.isEmpty());
    }

    private static void add(JsonObject page, String list, JsonArrayBuilder entries) {
        new Fields(page).list(list).forEach(entry -> entries.add(entry.object()));
    }
}
