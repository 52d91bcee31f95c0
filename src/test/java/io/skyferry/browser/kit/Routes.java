package io.skyferry.browser.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses of all pages, as the page itself has them. */
public final class Routes {
    private static final Pattern PATH = Pattern.compile("path: '([^']+)'");

    private Routes() {}

    /** With {@code {id}} where there is one. */
    public static List<String> all() {
        try {
            String routes = Files.readString(Path.of("src", "main", "webapp", "app", "routes.js"));
            return PATH.matcher(routes).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
