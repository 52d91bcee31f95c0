package io.skyferry.transfer.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a counter grew lately. Somebody samples it, about once a second. Thread-safe. */
public final class Rate {
    private record Sample(long nanos, long total) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long windowNanos;

    public Rate(Duration window) {
        this.windowNanos = window.toNanos();
    }

    public synchronized void sample(long nanos, long total) {
        samples.addLast(new Sample(nanos, total));
        while (samples.size() > 2 && nanos - samples.peekFirst().nanos() > windowNanos) {
            samples.removeFirst();
        }
    }

    /** By how much it grew within the window. */
    public synchronized long growth() {
        return samples.isEmpty()
                ? 0
                : samples.peekLast().total() - samples.peekFirst().total();
    }

    public synchronized long perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        long nanos = samples.peekLast().nanos() - samples.peekFirst().nanos();
        return nanos <= 0 ? 0 : Math.round(growth() * 1e9 / nanos);
    }
}
