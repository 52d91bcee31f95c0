package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The images of a project, page by page. */
final class ImagePages {
    static final int PAGE = 1000;

    private final ApiClient api;
    private final String path;

    /** @param state only these; null for all */
    ImagePages(ApiClient api, long projectId, String state) {
        this.api = api;
        this.path = "/api/skyferry/projects/" + projectId + "/images?"
                + (state == null ? "" : "state=" + encoded(state) + "&") + "limit=";
    }

    /** @param after the {@code next} of the page before; null for the first page */
    JsonObject get(int limit, String after) {
        return api.get(path + limit + (after == null ? "" : "&after=" + encoded(after)));
    }

    /** What to ask the following page with. */
    static Optional<String> findNext(JsonObject page) {
        return Optional.of(new Fields(page).text("next")).filter(next -> !next.isEmpty());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
