package io.skyferry.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether to wait for the sync that a command started. */
final class WaitOptions {
    @Option(names = "--wait", description = "Wait until it has ended, and show progress.")
    private boolean waiting;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Timeout.class,
            description = "With --wait: at most so long, like 90s, 30m or 1h30m. Otherwise as long as it takes.")
    private Duration timeout;

    boolean waiting() {
        return waiting;
    }

    Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }
}
