package io.skyferry.sandbox.webodm.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time by which tasks age and nodes work. It can be moved forward on request; the time by which sign-ins expire
 * cannot, so that "three days later" does not also sign everybody out.
 */
public final class WorldClock {
    private final Clock clock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public WorldClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().plus(ahead.get());
    }

    /** The time by which tokens and sessions live. */
    public Instant signInTime() {
        return clock.instant();
    }

    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time goes forward only");
        }
        ahead.accumulateAndGet(duration, Duration::plus);
    }
}
