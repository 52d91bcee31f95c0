package io.skyferry.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Measures bytes per second from counts that somebody else makes. Not thread-safe. */
final class RateMeter {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private record Reading(Instant at, long bytes) {}

    private final Deque<Reading> recent = new ArrayDeque<>();
    private Reading first;

    void read(Instant at, long bytes) {
        Reading reading = new Reading(at, bytes);
        if (first == null || bytes < first.bytes()) {
            first = reading;
            recent.clear();
        }
        recent.addLast(reading);
        while (recent.size() > 2 && Duration.between(second().at(), at).compareTo(WINDOW) >= 0) {
            recent.removeFirst();
        }
    }

    private Reading second() {
        return recent.stream().skip(1).findFirst().orElseThrow();
    }

    /** Bytes per second over about the last ten seconds. */
    double current() {
        return rate(recent.getFirst());
    }

    /** Bytes per second since the first reading. */
    double average() {
        return rate(first);
    }

    private double rate(Reading since) {
        Reading last = recent.getLast();
        double seconds = Duration.between(since.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : (last.bytes() - since.bytes()) / seconds;
    }

    /** How long the rest takes if it goes on like in the last seconds, or else like so far. */
    Optional<Duration> timeLeft(long bytes) {
        double rate = current() > 0 ? current() : average();
        return rate <= 0 || bytes == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(bytes / rate)));
    }
}
