package io.skyferry.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/** Where this server writes its logs: the variable {@code LOG_DIR} if it is set, as for Liberty itself. */
@ApplicationScoped
public class LogDirectory {

    public Path path() {
        return Optional.ofNullable(System.getenv("LOG_DIR"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() ->
                        Path.of(System.getProperty("server.output.dir", ".")).resolve("logs"));
    }
}
