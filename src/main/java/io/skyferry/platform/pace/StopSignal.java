package io.skyferry.platform.pace;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells all the work of one run to stop. Raised once, never lowered. An interrupt of the waiting thread counts as the
 * same wish, for that thread. Thread-safe.
 */
public final class StopSignal {
    /** An interest in a stop, until it is closed. */
    @FunctionalInterface
    public interface Registration {
        void close();
    }

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<Interest> interests = ConcurrentHashMap.newKeySet();

    /** Raises the signal. Every wait that watches it ends with STOPPED; may be called from any thread, repeatedly. */
    public void stop() {
        stopped.countDown();
        interests.forEach(Interest::tellOnce);
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** @throws Failure STOPPED when the signal is raised */
    public void throwIfStopped() {
        if (isStopped()) {
            throw stopped("the run was told to stop", null);
        }
    }

    /** Has the action run once when the signal is raised, by the thread that raises it; at once if it already is. */
    public Registration onStop(Runnable action) {
        Interest interest = new Interest(action);
        interests.add(interest);
        if (isStopped()) {
            interest.tellOnce();
        }
        return () -> interests.remove(interest);
    }

    /** @throws Failure STOPPED as soon as the signal is raised or the thread is interrupted */
    public void sleep(Duration duration) {
        try {
            stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupt) {
            throw interrupted(interrupt);
        }
        throwIfStopped();
    }

    /** STOPPED for a wait that was interrupted; the thread stays interrupted. */
    public static Failure interrupted(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return stopped("the thread was interrupted", interrupt);
    }

    private static Failure stopped(String detail, Throwable cause) {
        return new Failure(ErrorCode.STOPPED, detail, cause);
    }

    private final class Interest {
        private final Runnable action;

        private Interest(Runnable action) {
            this.action = action;
        }

        private void tellOnce() {
            if (interests.remove(this)) {
                action.run();
            }
        }
    }
}
