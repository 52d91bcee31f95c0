package io.skyferry.transfer.wire;

import java.time.Duration;

/** When something last moved in an exchange, and how long nothing may move now. Thread-safe. */
public final class Activity {
    private volatile long lastNanos = System.nanoTime();
    private volatile long patienceNanos;

    public Activity(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    /** Something moved. */
    public void touch() {
        lastNanos = System.nanoTime();
    }

    /** Something moved, and what comes next may take so long. */
    public void touch(Duration patience) {
        patienceNanos = patience.toNanos();
        touch();
    }

    Duration patience() {
        return Duration.ofNanos(patienceNanos);
    }

    /** Nanoseconds until patience ends; zero or less when it has ended. */
    long nanosLeft() {
        return lastNanos + patienceNanos - System.nanoTime();
    }
}
