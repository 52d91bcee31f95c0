package io.skyferry.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One method and path pattern. {@code {name}} takes one segment, a last {@code {name...}} takes all that remains,
 * slashes included. Literal segments are compared after decoding; a trailing slash counts.
 */
record Route(String method, String[] pattern, Handler handler) {
    static Route of(String method, String pattern, Handler handler) {
        return new Route(method, pattern.split("/", -1), handler);
    }

    Optional<Map<String, String>> match(String rawPath) {
        boolean open = pattern[pattern.length - 1].endsWith("...}");
        String[] segments = rawPath.split("/", open ? pattern.length : -1);
        if (segments.length != pattern.length) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String decoded = PercentCodec.decode(segments[i]);
            if (isName(pattern[i])) {
                names.put(pattern[i].replaceAll("[{}.]", ""), decoded);
            } else if (!pattern[i].equals(decoded)) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
