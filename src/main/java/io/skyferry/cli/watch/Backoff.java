package io.skyferry.cli.watch;

import java.time.Duration;

/** Half a second at first, then half as long again each time, three seconds at most. Not thread-safe. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Duration next = Duration.ofMillis(500);

    Duration next() {
        Duration now = next;
        Duration longer = now.multipliedBy(3).dividedBy(2);
        next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return now;
    }
}
