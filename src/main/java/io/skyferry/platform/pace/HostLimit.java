package io.skyferry.platform.pace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many open requests to one host. Permits are handed out in the order in which they were asked for,
 * after those of {@link #acquireAhead}. Below
 * the configured maximum the limit adapts: it is halved when the host pushes back, once for all requests that were
 * already open by then, and grows by one after about as many successes as it allows. Thread-safe.
 */
public final class HostLimit {
    /** A host can't silence us for longer; a stop ends the wait at any time. */
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Object> ahead = new ArrayDeque<>();
    private final Queue<Object> queue = new ArrayDeque<>();
    private final Timekeeper time;
    private int maximum;
    private double allowed;
    private int open;
    private long pushBacks;
    private long pausedUntilNanos;

    HostLimit(int maximum, Timekeeper time) {
        this.maximum = checkedMaximum(maximum);
        this.allowed = maximum;
        this.time = time;
        this.pausedUntilNanos = time.nanoTime();
    }

    static int checkedMaximum(int maximum) {
        if (maximum < 1) {
            throw new IllegalArgumentException("at least 1 open request per host is needed, not " + maximum);
        }
        return maximum;
    }

    /**
     * Waits for a permit. The caller closes it when the request is over, after saying how it went.
     *
     * @throws io.skyferry.platform.failure.Failure STOPPED while waiting
     */
    public HostPermit acquire(StopSignal stop) {
        return acquire(queue, stop);
    }

    /**
     * Like {@link #acquire}, but before all who came by that: for small requests that somebody waits for, which would
     * otherwise stand behind many large ones.
     */
    public HostPermit acquireAhead(StopSignal stop) {
        return acquire(ahead, stop);
    }

    private HostPermit acquire(Queue<Object> line, StopSignal stop) {
        Object ticket = new Object();
        StopSignal.Registration wake = stop.onStop(this::wakeAll);
        try {
            return acquire(line, ticket, stop);
        } finally {
            wake.close();
        }
    }

    private HostPermit acquire(Queue<Object> line, Object ticket, StopSignal stop) {
        lock.lock();
        try {
            line.add(ticket);
            awaitTurn(ticket, stop);
            open++;
            return new HostPermit(this, pushBacks);
        } catch (InterruptedException interrupt) {
            throw StopSignal.interrupted(interrupt);
        } finally {
            line.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    private void awaitTurn(Object ticket, StopSignal stop) throws InterruptedException {
        stop.throwIfStopped();
        while (next() != ticket || open >= allowed() || pauseNanos() > 0) {
            long pause = pauseNanos();
            if (pause > 0) {
                time.await(changed, pause);
            } else {
                changed.await();
            }
            stop.throwIfStopped();
        }
    }

    private Object next() {
        return ahead.isEmpty() ? queue.peek() : ahead.peek();
    }

    /** Changes the maximum; from here the limit adapts anew. Requests already open go on. */
    public void setMaximum(int maximum) {
        locked(() -> {
            this.maximum = checkedMaximum(maximum);
            allowed = maximum;
        });
    }

    /** No new request starts before so much time has passed; never shortens a longer pause. */
    public void pauseFor(Duration duration) {
        Duration pause = duration.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : duration;
        locked(() -> {
            long until = time.nanoTime() + pause.toNanos();
            if (until - pausedUntilNanos > 0) {
                pausedUntilNanos = until;
            }
        });
    }

    /** How many requests may be open now, between 1 and the maximum. */
    public int allowed() {
        lock.lock();
        try {
            return Math.max(1, (int) Math.floor(allowed + 1e-9));
        } finally {
            lock.unlock();
        }
    }

    public int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** How many callers wait for a permit. */
    public int waiting() {
        lock.lock();
        try {
            return ahead.size() + queue.size();
        } finally {
            lock.unlock();
        }
    }

    void release() {
        locked(() -> open--);
    }

    void succeeded() {
        locked(() -> allowed = Math.min(maximum, allowed + 1 / allowed));
    }

    void pushedBack(long pushBacksWhenOpened) {
        locked(() -> {
            if (pushBacksWhenOpened == pushBacks) {
                pushBacks++;
                allowed = Math.max(1, allowed / 2);
            }
        });
    }

    private long pauseNanos() {
        return pausedUntilNanos - time.nanoTime();
    }

    private void wakeAll() {
        locked(() -> {});
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
