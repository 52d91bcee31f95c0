package io.skyferry.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Sizes, rates and times as people read them: 1 MB is a million bytes, times are UTC. */
public final class Amounts {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Amounts() {}

    public static String megabytes(long bytes) {
        return number(bytes) + " MB";
    }

    /** {@code 45.1/80.3 MB}. */
    public static String megabytes(long bytes, long total) {
        return number(bytes) + "/" + megabytes(total);
    }

    /** @param rate bytes per second */
    public static String rate(double rate) {
        return number(rate) + " MB/s";
    }

    private static String number(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    /** {@code 0:07}, {@code 12:30} or {@code 1:02:03}. */
    public static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** An ISO 8601 time to the second; anything else as it is. */
    public static String time(String iso) {
        return instant(iso).map(SECONDS::format).orElse(iso);
    }

    /** The time between two ISO 8601 times, when both are known. */
    public static Optional<Duration> between(String start, String end) {
        return instant(start).flatMap(from -> instant(end).map(to -> Duration.between(from, to)));
    }

    private static Optional<Instant> instant(String iso) {
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
