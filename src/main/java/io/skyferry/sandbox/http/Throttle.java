package io.skyferry.sandbox.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds one direction of one connection to the current bandwidth. Used by one thread. */
final class Throttle {
    private static final int SLICES_PER_SECOND = 20;

    private final Pace pace;
    private long free = System.nanoTime();

    Throttle(Pace pace) {
        this.pace = pace;
    }

    /** How many of the wanted bytes may be moved before the next {@link #moved}. */
    int slice(int wanted) {
        long rate = pace.bytesPerSecond();
        return rate <= 0 ? wanted : (int) Math.min(wanted, Math.max(1, rate / SLICES_PER_SECOND));
    }

    /** Waits as long as the bytes just moved take at the current bandwidth. */
    void moved(int bytes) {
        long rate = pace.bytesPerSecond();
        if (rate <= 0 || bytes <= 0) {
            return;
        }
        free = Math.max(free, System.nanoTime()) + TimeUnit.SECONDS.toNanos(bytes) / rate;
        long wait = free - System.nanoTime();
        while (wait > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait);
            wait = free - System.nanoTime();
        }
    }
}
