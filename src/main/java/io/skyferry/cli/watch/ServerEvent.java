package io.skyferry.cli.watch;

import io.skyferry.cli.server.Fields;
import java.util.Set;

/**
 * Something that the server told of.
 *
 * @param name its kind; {@code ready}, {@code reset}, {@code end} and {@code alive}, which comes when nothing else does,
 *     are about the stream itself
 */
public record ServerEvent(String name, Fields data) {
    private static final Set<String> OF_THE_STREAM = Set.of("ready", "reset", "end", "alive");

    public boolean isOfTheStream() {
        return OF_THE_STREAM.contains(name);
    }
}
