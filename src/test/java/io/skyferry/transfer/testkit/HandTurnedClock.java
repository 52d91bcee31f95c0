package io.skyferry.transfer.testkit;

import io.skyferry.platform.pace.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes only when a test says so. */
public final class HandTurnedClock implements Timekeeper {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** Looks again every millisecond of real time whether the clock was turned. */
    @Override
    public void await(Condition condition, long ignored) throws InterruptedException {
        condition.await(1, TimeUnit.MILLISECONDS);
    }
}
