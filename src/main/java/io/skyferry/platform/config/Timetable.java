package io.skyferry.platform.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is to happen again: {@code off}, an interval ({@code 30s}, {@code 15m}, {@code 6h}, {@code 1d}), a time
 * of the day ({@code 03:30}) or of the week ({@code sun 03:30}), in UTC. Immutable.
 */
public record Timetable(String text) {
    private static final Pattern INTERVAL = Pattern.compile("([1-9]\\d{0,5})([smhd])");
    private static final Pattern TIME = Pattern.compile("(?:([a-z]{3}) )?([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(5);
    private static final int JITTER_SHARE = 10;

    /** @throws IllegalArgumentException when the text is none of the forms */
    public Timetable {
        text = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (!text.equals("off") && !INTERVAL.matcher(text).matches() && !isTime(text)) {
            throw new IllegalArgumentException("no timetable: " + text);
        }
    }

    private static boolean isTime(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches() && (time.group(1) == null || day(time.group(1)).isPresent());
    }

    private static Optional<DayOfWeek> day(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(letters))
                .findFirst();
    }

    public boolean isOff() {
        return text.equals("off");
    }

    /**
     * The next time after the given one, a little late: by up to a tenth of the wait, at most 5 minutes, so that many
     * installations don't all ask Tapis at one instant.
     *
     * @param chance from 0 to 1
     * @return empty when it is off
     */
    public Optional<Instant> next(Instant after, double chance) {
        if (isOff()) {
            return Optional.empty();
        }
        Instant next = unjittered(after);
        Duration most = Duration.between(after, next).dividedBy(JITTER_SHARE);
        Duration jitter = most.compareTo(LONGEST_JITTER) < 0 ? most : LONGEST_JITTER;
        return Optional.of(next.plusMillis((long) (jitter.toMillis() * chance)));
    }

    private Instant unjittered(Instant after) {
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            return after.plus(Duration.ofSeconds(Long.parseLong(interval.group(1)) * seconds(interval.group(2))));
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalStateException(text);
        }
        LocalTime at = LocalTime.of(Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
        return nextAt(after.atZone(ZoneOffset.UTC), Optional.ofNullable(time.group(1)), at);
    }

    private static Instant nextAt(ZonedDateTime after, Optional<String> day, LocalTime at) {
        ZonedDateTime next = after.with(at);
        if (day.isPresent()) {
            next = next.with(TemporalAdjusters.nextOrSame(day(day.get()).orElseThrow()));
            return (next.isAfter(after) ? next : next.plusWeeks(1)).toInstant();
        }
        return (next.isAfter(after) ? next : next.plusDays(1)).toInstant();
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 86400;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
