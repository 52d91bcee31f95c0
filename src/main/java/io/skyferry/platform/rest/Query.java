package io.skyferry.platform.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Query parameters as they came in, made into values. They are taken as text, because the container answers 404 for a
 * number that is none. An absent or empty one is empty; each failure is INVALID_REQUEST and names the parameter.
 */
public final class Query {
    private static final int LONGEST = 300;

    private Query() {}

    public static int limit(String given, int absent, int most) {
        return (int) number("limit", given, 1, most).orElse((long) absent).longValue();
    }

    public static Optional<Long> number(String name, String given, long least, long most) {
        return text(name, given).map(text -> {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // falls through to the one message
            }
            throw Fields.invalid(name, "must be a whole number from " + least + " to " + most);
        });
    }

    /** At most 300 characters, and none that a database does not take. */
    public static Optional<String> text(String name, String given) {
        return text(name, given, LONGEST);
    }

    public static Optional<String> text(String name, String given, int longest) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        if (given.length() > longest) {
            throw Fields.invalid(name, "is longer than " + longest + " characters");
        }
        return Optional.of(checkedText(name, given));
    }

    /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST for NUL and halves of characters */
    static String checkedText(String name, String given) {
        if (!isText(given)) {
            throw Fields.invalid(name, "has characters that are no text");
        }
        return given;
    }

    private static boolean isText(String given) {
        return given.codePoints().noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF);
    }

    public static Optional<Boolean> flag(String name, String given) {
        return text(name, given).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fields.invalid(name, "must be true or false");
        });
    }

    public static Optional<Instant> time(String name, String given) {
        return text(name, given).map(text -> {
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                // What lies beyond, no database of ours compares.
                if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                    return time;
                }
            } catch (DateTimeParseException e) {
                // falls through to the one message
            }
            throw Fields.invalid(name, "must be a time like 2026-01-31T15:04:05Z");
        });
    }

    /** In any letter case. */
    public static <E extends Enum<E>> Optional<E> oneOf(String name, String given, Class<E> type) {
        return text(name, given)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() ->
                                Fields.invalid(name, "must be one of " + Arrays.toString(type.getEnumConstants()))));
    }
}
