package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.http.PercentCodec;
import io.skyferry.sandbox.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A path below a system's root directory, normalised: no leading, trailing or double slashes, no dots; two dots never
 * lead above the root.
 *
 * @param text without a leading slash; empty for the root
 * @param endsWithSlash whether the request's path did
 */
record HostPath(String text, boolean endsWithSlash) {
    private static final int SEGMENTS_BEFORE_PATH = 5;

    /** The path behind {@code /v3/files/<kind>/<system>/}. Matrix parameters ({@code ;…}) are dropped. */
    static HostPath of(Request request) {
        String[] segments = request.rawPath().split("/", SEGMENTS_BEFORE_PATH + 1);
        String raw = segments.length > SEGMENTS_BEFORE_PATH ? segments[SEGMENTS_BEFORE_PATH] : "";
        return of(PercentCodec.decode(raw.replaceAll(";[^/]*", "")));
    }

    static HostPath of(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        return new HostPath(String.join("/", kept), path.endsWith("/"));
    }

    boolean isRoot() {
        return text.isEmpty();
    }

    String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    HostPath child(String name) {
        return new HostPath(text.isEmpty() ? name : text + "/" + name, false);
    }

    boolean isWithin(HostPath other) {
        return other.isRoot() || text.equals(other.text) || text.startsWith(other.text + "/");
    }
}
