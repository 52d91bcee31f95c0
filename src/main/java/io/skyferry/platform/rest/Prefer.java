package io.skyferry.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client would like of an answer (RFC 7240). Preferences that are unknown or malformed don't count.
 *
 * @param respondAsync whether it wants to be let go before the work is done
 * @param patience how long it would rather wait for the end; at most {@link #LONGEST_WAIT}
 */
public record Prefer(boolean respondAsync, Optional<Duration> patience) {
    /** What is more is cut: a waiting request holds a thread of the server. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    public static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,6})\"?");

    public static Prefer of(HttpHeaders headers) {
        return of(headers.getRequestHeader("Prefer"));
    }

    /** @param lines of the header; null counts as none */
    static Prefer of(List<String> lines) {
        List<String> preferences = Optional.ofNullable(lines).orElse(List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
        return new Prefer(
                preferences.contains("respond-async"),
                preferences.stream().flatMap(Prefer::seconds).findFirst());
    }

    private static Stream<Duration> seconds(String preference) {
        Matcher wait = WAIT.matcher(preference);
        return wait.matches() ? Stream.of(cut(Duration.ofSeconds(Long.parseLong(wait.group(1))))) : Stream.empty();
    }

    private static Duration cut(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Whether the client wants anything but the ordinary answer. */
    public boolean isGiven() {
        return respondAsync || patience.isPresent();
    }

    /** For the header {@link #APPLIED}. */
    public String applied() {
        String waited = patience.map(time -> "wait=" + time.toSeconds()).orElse("");
        return respondAsync ? waited.isEmpty() ? "respond-async" : "respond-async, " + waited : waited;
    }
}
