package io.skyferry.sandbox.tapis.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Things that are known by a random code, for a while. Thread-safe. */
final class Codes<T> {
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration lifetime;

    Codes(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Keeps the value under a new code. */
    String put(T value) {
        String code = random(40, ALPHANUMERIC);
        kept.put(code, new Kept<>(value, clock.instant().plus(lifetime)));
        return code;
    }

    String random(int length, String letters) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    Optional<T> find(String code) {
        return Optional.ofNullable(code).map(kept::get).filter(this::isAlive).map(Kept::value);
    }

    /** Finds and forgets: a code works once. */
    Optional<T> take(String code) {
        return Optional.ofNullable(code).map(kept::remove).filter(this::isAlive).map(Kept::value);
    }

    private boolean isAlive(Kept<T> one) {
        return clock.instant().isBefore(one.end());
    }

    private record Kept<T>(T value, Instant end) {}
}
