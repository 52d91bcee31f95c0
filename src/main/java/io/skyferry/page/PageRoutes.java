package io.skyferry.page;

import java.util.List;
import java.util.regex.Pattern;

/** The addresses at which there is a page; {@code app/routes.js} says which. A test holds them against each other. */
final class PageRoutes {
    static final List<String> ALL = List.of(
            "/",
            "/flights",
            "/flights/{id}",
            "/projects",
            "/projects/{id}",
            "/preferences",
            "/jobs",
            "/jobs/{id}",
            "/runs",
            "/schedules",
            "/hosts",
            "/audit",
            "/clients");

    private static final List<Pattern> PATTERNS = ALL.stream()
            .map(route -> Pattern.compile(route.replace("{id}", "[0-9]{1,18}") + (route.equals("/") ? "" : "/?")))
            .toList();

    private PageRoutes() {}

    static boolean contains(String path) {
        return PATTERNS.stream().anyMatch(route -> route.matcher(path).matches());
    }
}
