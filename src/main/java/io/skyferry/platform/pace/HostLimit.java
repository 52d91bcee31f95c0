package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many open requests to one host. Permits go to the runs in turn, after those of {@link #acquireAhead}; within
 * a run in the order in which they were asked for. A run is known by its stop signal.
 *
 * <p>Below the configured maximum the limit adapts: it is halved when the host pushes back, once for all requests that
 * were already open by then; it loses one when the host begins to answer more slowly than usual; it grows by one after
 * about as many successes as it allows.
 *
 * <p>When the host is away, nobody gets a permit but one probe at a time, at growing intervals; after it, the limit starts
 * at one. Thread-safe.
 */
public final class HostLimit {
    /** A host that asks to be left alone for longer is taken to be mistaken. */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Whoever waits for a small request is told of a longer pause instead of waiting for its end. */
    private static final Duration LONGEST_PAUSE_AHEAD = RetryPolicy.DEFAULT.longestRetryAfter();

    /** After a push-back without a word on how long, for the first one; doubled for each that follows. */
    private static final Duration SHORT_PAUSE = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Lanes ahead = new Lanes();
    private final Lanes queue = new Lanes();
    private final AnswerTime answerTime = new AnswerTime();
    private final String host;
    private final Timekeeper time;
    private final Duration longestOutage;
    private final HostWatch watch;
    private int maximum;
    private double allowed;
    private int open;
    private long pushBacks;
    private int pushBacksInARow;
    private long slowDowns;
    private boolean looking;
    private long pausedUntilNanos;

    HostLimit(String host, int maximum, Timekeeper time, Duration longestOutage) {
        this.host = host;
        this.maximum = checkedMaximum(maximum);
        this.allowed = maximum;
        this.time = time;
        this.longestOutage = longestOutage;
        this.watch = new HostWatch(time);
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
     * @throws Failure STOPPED while waiting; a {@link HostOutage} when the host has been away for too long, or asked to be
     *     left alone for longer than anybody waits
     */
    public HostPermit acquire(StopSignal stop) {
        return acquire(queue, stop);
    }

    /**
     * Like {@link #acquire}, but before all who came by that, and also while the host is away: for small requests that
     * somebody waits for, which would otherwise stand behind many large ones.
     *
     * @throws Failure STOPPED while waiting; the host's own last one when it asked to be left alone for minutes
     */
    public HostPermit acquireAhead(StopSignal stop) {
        return acquire(ahead, stop);
    }

    private HostPermit acquire(Lanes line, StopSignal stop) {
        Object ticket = new Object();
        StopSignal.Registration wake = stop.onStop(this::wakeAll);
        try {
            return acquire(line, ticket, stop);
        } finally {
            wake.close();
        }
    }

    private HostPermit acquire(Lanes line, Object ticket, StopSignal stop) {
        lock.lock();
        try {
            line.add(stop, ticket);
            awaitTurn(line, ticket, stop);
            line.served(stop, ticket);
            open++;
            boolean probe = line == queue && watch.isOut();
            watch.probing(watch.isProbing() || probe);
            return new HostPermit(this, pushBacks, probe);
        } catch (InterruptedException interrupt) {
            throw StopSignal.interrupted(interrupt);
        } finally {
            line.remove(stop, ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    private void awaitTurn(Lanes line, Object ticket, StopSignal stop) throws InterruptedException {
        stop.throwIfStopped();
        while (true) {
            boolean away = line == queue && watch.isOut();
            if (away && watch.nanosTroubled() >= longestOutage.toNanos()) {
                throw watch.outage(host);
            }
            boolean turn = away
                    ? line.peek() == ticket && !watch.isProbing()
                    : next() == ticket && open < allowed() && (line == ahead || !looking);
            throwIfPausedForLong(line);
            long pause = Math.max(pauseNanos(), away ? watch.nanosToProbe() : 0);
            if (turn && pause <= 0) {
                return;
            }
            await(pause, away);
            stop.throwIfStopped();
        }
    }

    /** Nothing is sent before the host wants it; whom that takes too long is told so at once. */
    private void throwIfPausedForLong(Lanes line) {
        Duration left = Duration.ofNanos(Math.max(0, pauseNanos()));
        Duration patience = line == ahead ? LONGEST_PAUSE_AHEAD : longestOutage;
        if (left.compareTo(patience) > 0) {
            throw watch.pause(host, left);
        }
    }

    private void await(long pause, boolean away) throws InterruptedException {
        long patience = away ? Math.max(1, longestOutage.toNanos() - watch.nanosTroubled()) : Long.MAX_VALUE;
        if (pause > 0 || away) {
            time.await(changed, Math.min(pause > 0 ? pause : Long.MAX_VALUE, patience));
        } else {
            changed.await();
        }
    }

    private Object next() {
        return ahead.size() == 0 ? queue.peek() : ahead.peek();
    }

    /** Changes the maximum; from here the limit adapts anew. Requests already open go on. */
    public void setMaximum(int maximum) {
        locked(() -> {
            this.maximum = checkedMaximum(maximum);
            allowed = maximum;
        });
    }

    /** No new request starts before so much time has passed; never shortens a longer pause. */
    private void pauseFor(Duration duration) {
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
        return state().open();
    }

    /** How many callers wait for a permit. */
    public int waiting() {
        return state().waiting();
    }

    /**
     * Asked after a failure: whether the host failed so often in a row that the caller is to look, for everybody, whether
     * it is there at all. Nobody else gets a permit until he has told {@link #looked}.
     */
    public boolean beginLook() {
        lock.lock();
        try {
            boolean begins = watch.isSuspect() && !watch.isOut() && !looking;
            looking |= begins;
            return begins;
        } finally {
            lock.unlock();
        }
    }

    /** @param away from now on the host is only probed */
    public void looked(boolean away) {
        locked(() -> {
            looking = false;
            if (away) {
                watch.isOutNow();
            }
        });
    }

    /** Whether this failure says nothing against the request itself, and there is patience left. */
    public boolean forgives(Failure failure) {
        lock.lock();
        try {
            boolean hosts =
                    HostOutage.isPushBack(failure) || (HostOutage.isPossible(failure) && (watch.isOut() || looking));
            boolean told = failure instanceof HostOutage;
            return hosts && !told && watch.nanosTroubled() < longestOutage.toNanos();
        } finally {
            lock.unlock();
        }
    }

    public HostState state() {
        lock.lock();
        try {
            Failure last = watch.last();
            return new HostState(
                    host,
                    open,
                    allowed(),
                    maximum,
                    ahead.size() + queue.size(),
                    watch.requests(),
                    watch.failures(),
                    watch.isOut() || pauseNanos() > 0 ? watch.troubledSince() : null,
                    watch.isOut(),
                    Duration.ofNanos(Math.max(0, pauseNanos())),
                    answerTime.recentMillis(),
                    last == null ? null : last.code().name(),
                    last == null ? null : last.detail(),
                    watch.lastAt());
        } finally {
            lock.unlock();
        }
    }

    void release(boolean probe) {
        locked(() -> {
            open--;
            watch.probing(watch.isProbing() && !probe);
        });
    }

    void succeeded() {
        locked(() -> {
            restartAfterOutage();
            pushBacksInARow = 0;
            if (!answerTime.isRising()) {
                allowed = Math.min(maximum, allowed + 1 / allowed);
            }
        });
    }

    private void restartAfterOutage() {
        if (watch.isOut()) {
            allowed = 1;
        }
        watch.answered();
    }

    void answeredAfter(Duration duration) {
        locked(() -> {
            answerTime.took(duration);
            // At most once for each round of requests, so that one slow moment does not take everything.
            if (answerTime.isRising() && ++slowDowns % Math.max(1, allowed()) == 0) {
                allowed = Math.max(1, allowed - 1);
            }
        });
    }

    /** The host did answer, but not as hoped, for a reason that more time would not change. */
    void refused(Failure failure) {
        switch (failure.code()) {
            case STOPPED, CLAIM_LOST, NO_SPACE, INTERNAL_ERROR -> {}
            default -> locked(this::restartAfterOutage);
        }
    }

    void pushedBack(long pushBacksWhenOpened, Failure failure) {
        locked(() -> {
            watch.failed(failure);
            if (pushBacksWhenOpened == pushBacks) {
                pushBacks++;
                pushBacksInARow++;
                allowed = Math.max(1, allowed / 2);
            }
            failure.retryAfter().or(() -> shortPause(failure)).ifPresent(this::pauseFor);
        });
    }

    private Optional<Duration> shortPause(Failure failure) {
        int doublings = Math.min(6, Math.max(0, pushBacksInARow - 1));
        return HostOutage.isPushBack(failure)
                ? Optional.of(SHORT_PAUSE.multipliedBy(1L << doublings))
                : Optional.empty();
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
