package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.failure.FailureClass;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again. The wait before attempt n + 1 is {@code firstDelay * 2^(n-1)}, at most {@code maxDelay}, of which
 * a random part of up to {@code jitter} is taken away; and at least what the remote asked for. A remote that asks for
 * more than {@code longestRetryAfter} gets its wish by our giving up.
 *
 * @param maxAttempts attempts in all, at least 1
 * @param jitter from 0 (none) to 1
 */
public record RetryPolicy(
        int maxAttempts, Duration firstDelay, Duration maxDelay, double jitter, Duration longestRetryAfter) {
    /** 5 attempts; about 1, 2, 4 and 8 seconds between them; up to 5 minutes when the remote asks for it. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30), 0.5, Duration.ofMinutes(5));

    public RetryPolicy {
        if (maxAttempts < 1 || firstDelay.isNegative() || maxDelay.isNegative() || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("a retry policy needs attempts, delays and a jitter from 0 to 1");
        }
    }

    /** Whether the failure of this attempt (counted from 1) may be followed by another one. */
    public boolean allowsRetry(Failure failure, int attempt) {
        return attempt < maxAttempts
                && failure.code().retryable()
                && failure.code().failureClass() == FailureClass.REMOTE_TRANSIENT
                && failure.retryAfter().orElse(Duration.ZERO).compareTo(longestRetryAfter) <= 0;
    }

    /** How long to wait after the failure of this attempt (counted from 1). */
    public Duration delayAfter(Failure failure, int attempt, RandomGenerator random) {
        double exponential = firstDelay.toMillis() * Math.pow(2, attempt - 1.0);
        double capped = Math.min(exponential, maxDelay.toMillis());
        Duration delay = Duration.ofMillis(Math.round(capped * (1 - jitter * random.nextDouble())));
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(delay) > 0 ? asked : delay;
    }
}
