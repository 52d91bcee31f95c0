package io.skyferry.cli.server;

import io.skyferry.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The data directory of a server on this machine, when there is one. */
public record DataDirectory(Path path) {

    /** The given one, else SKYFERRY_DATA_DIR, else the one of the launcher's own checkout if it exists. */
    public static Optional<DataDirectory> find(Path given, Surroundings surroundings) {
        if (given != null) {
            return Optional.of(new DataDirectory(given));
        }
        return surroundings
                .variable("SKYFERRY_DATA_DIR")
                .map(Path::of)
                .or(() -> surroundings
                        .properties()
                        .apply("skyferry.data.dir.default")
                        .map(Path::of)
                        .filter(Files::isDirectory))
                .map(DataDirectory::new);
    }

    Path keyFile() {
        return path.resolve("local.key");
    }

    /** The address that the server noted when it started. */
    Optional<String> findServer() {
        try {
            return Optional.of(Files.readString(path.resolve("server.url")).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
