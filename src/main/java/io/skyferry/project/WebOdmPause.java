package io.skyferry.project;

import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves WebODM alone while it is down: one request of this server every while instead of one for each project. What
 * somebody waits for is not held up by it. Thread-safe.
 */
@ApplicationScoped
public class WebOdmPause {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofMinutes(2);

    private Clock clock;
    private Duration pause = Duration.ZERO;
    private Instant until = Instant.MIN;

    /** For the container's proxies only. */
    protected WebOdmPause() {}

    @Inject
    public WebOdmPause(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean isOn() {
        return clock.instant().isBefore(until);
    }

    synchronized void worked() {
        pause = Duration.ZERO;
        until = Instant.MIN;
    }

    /** Counts only what says that WebODM itself is not well. */
    synchronized void failed(Failure failure) {
        switch (failure.code()) {
            case WEBODM_UNREACHABLE, WEBODM_ERROR, WEBODM_BUSY, WEBODM_UNEXPECTED_ANSWER -> {
                Duration doubled = pause.isZero() ? FIRST : pause.multipliedBy(2);
                pause = doubled.compareTo(MOST) > 0 ? MOST : doubled;
                Duration asked = failure.retryAfter().orElse(Duration.ZERO);
                until = clock.instant().plus(asked.compareTo(pause) > 0 ? asked : pause);
            }
            default -> {}
        }
    }
}
