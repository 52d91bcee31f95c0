package io.skyferry.access.session;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Slows down guessing of passwords: after 10 refused attempts for a user, or 50 from an address, within 15 minutes no
 * more are passed on to Tapis until some of them are older. Counted by each server for itself. Thread-safe.
 */
public final class AttemptLimit {
    static final int PER_USER = 10;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 20_000;

    private final Map<String, Deque<Instant>> refused = new LinkedHashMap<>();
    private final Clock clock;

    public AttemptLimit(Clock clock) {
        this.clock = clock;
    }

    /** @throws Failure TOO_MANY_ATTEMPTS without doing the work; what the work throws */
    public <T> T run(String user, String address, Supplier<T> attempt) {
        String userKey = "user " + user.toLowerCase(Locale.ROOT);
        String addressKey = "address " + address;
        check(userKey, PER_USER);
        check(addressKey, PER_ADDRESS);
        try {
            return attempt.get();
        } catch (Failure e) {
            if (e.code() == ErrorCode.SIGN_IN_REFUSED) {
                note(userKey);
                note(addressKey);
            }
            throw e;
        }
    }

    private synchronized void check(String key, int most) {
        Deque<Instant> times = refused.get(key);
        if (times == null) {
            return;
        }
        Instant now = clock.instant();
        times.removeIf(time -> !now.isBefore(time.plus(WINDOW)));
        if (times.size() >= most) {
            throw new Failure(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "Too many sign-ins were refused.",
                    null,
                    Duration.between(now, times.getFirst().plus(WINDOW)).plusSeconds(1));
        }
        if (times.isEmpty()) {
            refused.remove(key);
        }
    }

    private synchronized void note(String key) {
        if (!refused.containsKey(key) && refused.size() >= MOST_KEYS) {
            refused.remove(refused.keySet().iterator().next());
        }
        refused.computeIfAbsent(key, any -> new ArrayDeque<>()).addLast(clock.instant());
    }
}
