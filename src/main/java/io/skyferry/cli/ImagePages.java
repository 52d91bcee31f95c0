package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
