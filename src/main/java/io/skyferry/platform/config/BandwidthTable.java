package io.skyferry.platform.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes per second are allowed when, in the words of rclone's {@code --bwlimit}: {@code 10M}, {@code off}, or
 * {@code 08:00,512K 19:00,10M 23:00,off}, each entry valid from its time until the next one; with a day before the time
 * ({@code Mon-08:00,1M}) on that day only, without one on every day. A number without a letter is KiB; B, K, M and G are
 * powers of 1024. Immutable.
 */
public final class BandwidthTable {
    /** Less would make an image's connection seem dead. */
    public static final long LEAST_BYTES_PER_SECOND = 64 << 10;

    public static final BandwidthTable UNLIMITED = new BandwidthTable("off", List.of());

    private static final Pattern ENTRY = Pattern.compile("(?:(\\p{Alpha}{3,9})-)?(\\d{1,2}):(\\d{2}),(\\S+)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)([BKMGbkmg]?)i?");
    private static final int DAYS = 7;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MOST_ENTRIES = 100;

    /** @param rate bytes per second; 0 = unlimited */
    private record Entry(int minuteOfWeek, long rate) {}

    private final String text;
    private final List<Entry> entries;

    private BandwidthTable(String text, List<Entry> entries) {
        this.text = text;
        this.entries = entries;
    }

    /** @throws IllegalArgumentException with one line on what is wrong, which quotes at most a word of the text */
    public static BandwidthTable parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length == 1 && !words[0].contains(",")) {
            return new BandwidthTable(words[0], List.of(new Entry(0, rate(words[0]))));
        }
        if (words.length > MOST_ENTRIES) {
            throw new IllegalArgumentException("has more than " + MOST_ENTRIES + " entries");
        }
        List<Entry> entries = new ArrayList<>();
        for (String word : words) {
            entries.addAll(entries(word));
        }
        entries.sort(Comparator.comparingInt(Entry::minuteOfWeek));
        return new BandwidthTable(String.join(" ", words), List.copyOf(entries));
    }

    private static List<Entry> entries(String word) {
        Matcher entry = ENTRY.matcher(word);
        if (!entry.matches()) {
            throw new IllegalArgumentException("has '" + shown(word) + "' where 08:00,512K or Mon-08:00,512K is meant");
        }
        int hour = Integer.parseInt(entry.group(2));
        int minute = Integer.parseInt(entry.group(3));
        if (hour > 23 || minute > 59) {
            throw new IllegalArgumentException("has '" + shown(word) + "', which is no time of day");
        }
        long rate = rate(entry.group(4));
        List<Entry> entries = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            if (entry.group(1) == null || day == day(entry.group(1))) {
                entries.add(new Entry(day * MINUTES_OF_DAY + hour * 60 + minute, rate));
            }
        }
        return entries;
    }

    private static int day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return day.ordinal();
            }
        }
        throw new IllegalArgumentException("has '" + shown(name) + "', which is no day");
    }

    private static long rate(String word) {
        if (word.equalsIgnoreCase("off")) {
            return 0;
        }
        Matcher rate = RATE.matcher(word);
        if (!rate.matches()) {
            throw new IllegalArgumentException("has '" + shown(word) + "' where 512K, 10M or off is meant");
        }
        double unit = switch (rate.group(2).toUpperCase(Locale.ROOT)) {
            case "B" -> 1;
            case "M" -> 1 << 20;
            case "G" -> 1 << 30;
            default -> 1 << 10;
        };
        double bytes = Double.parseDouble(rate.group(1)) * unit;
        if (bytes > 0 && bytes < LEAST_BYTES_PER_SECOND) {
            throw new IllegalArgumentException(
                    "has '" + shown(word) + "', but less than 64K would look like a failure");
        }
        return (long) bytes;
    }

    private static String shown(String word) {
        return SettingSource.shown(word.length() > 40 ? word.substring(0, 40) : word);
    }

    /** Bytes per second at that moment; empty = unlimited. */
    public OptionalLong at(ZonedDateTime moment) {
        if (entries.isEmpty()) {
            return OptionalLong.empty();
        }
        LocalTime time = moment.toLocalTime();
        int now = moment.getDayOfWeek().ordinal() * MINUTES_OF_DAY + time.getHour() * 60 + time.getMinute();
        // Before the week's first entry, its last one is still valid.
        Entry valid = entries.get(entries.size() - 1);
        for (Entry entry : entries) {
            if (entry.minuteOfWeek() <= now) {
                valid = entry;
            }
        }
        return valid.rate() == 0 ? OptionalLong.empty() : OptionalLong.of(valid.rate());
    }

    /** As it was written, with single spaces. */
    @Override
    public String toString() {
        return text;
    }
}
