package io.skyferry.platform.pace;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** The time of day, elapsed time, and waiting for it: one thing, so that a test can turn the clock by hand. */
public interface Timekeeper {
    /** The computer's own clocks. */
    Timekeeper SYSTEM = new Timekeeper() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
            condition.awaitNanos(nanos);
        }
    };

    Instant now();

    /** Elapsed nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** Waits until signalled or until so much time has passed; may return early. */
    void await(Condition condition, long nanos) throws InterruptedException;
}
