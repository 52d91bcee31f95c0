package io.skyferry.platform.pace;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many bytes per second for everybody together. Bytes are taken after they moved, and whoever took too many waits, so
 * that the other end is slowed down by its full socket. The rate may be changed at any time and holds at once.
 * Thread-safe.
 */
public final class Bandwidth {
    private static final long UNLIMITED = 0;
    /** What may be saved up while nobody moves anything. */
    private static final double BURST_SECONDS = 0.2;
    /** Whoever waits looks this often whether he still has to. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(250).toNanos();

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Timekeeper time;
    private double balance;
    private long refilledNanos;
    private volatile long rate = UNLIMITED;

    public Bandwidth(Timekeeper time) {
        this.time = time;
        this.refilledNanos = time.nanoTime();
    }

    /** @param bytesPerSecond 0 = unlimited */
    public void setRate(long bytesPerSecond) {
        if (bytesPerSecond == rate) {
            return;
        }
        lock.lock();
        try {
            refill();
            balance = Math.min(balance, 0);
            rate = bytesPerSecond;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes per second; 0 = unlimited. */
    public long rate() {
        return rate;
    }

    /**
     * Waits until so many bytes fit into the budget, together with what others moved; returns at once when stopped.
     *
     * @return how long that took, in nanoseconds
     */
    public long take(long bytes, StopSignal stop) {
        if (rate == UNLIMITED) {
            return 0;
        }
        long began = time.nanoTime();
        lock.lock();
        try {
            refill();
            balance -= bytes;
            while (rate != UNLIMITED && balance < 0 && !stop.isStopped()) {
                time.await(changed, Math.min(LOOK_AGAIN_NANOS, (long) (-balance * 1e9 / rate) + 1));
                refill();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return time.nanoTime() - began;
    }

    /** Bytes that moved beyond the budget, for which somebody waits. */
    long owed() {
        lock.lock();
        try {
            return (long) Math.max(0, -balance);
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        long now = time.nanoTime();
        if (rate != UNLIMITED) {
            balance = Math.min(rate * BURST_SECONDS, balance + (now - refilledNanos) / 1e9 * rate);
        }
        refilledNanos = now;
    }
}
