package io.skyferry.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Has what comes at one time written at one time: who comes while a write is under way, or soon after it began, is
 * written together with all who came meanwhile. Nobody returns before his own is written. Thread-safe.
 */
final class SharedWrites<T> {
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
    private final Consumer<List<T>> target;
    private final Predicate<RuntimeException> concernsAll;
    private final long pauseNanos;
    private long nextNanos = System.nanoTime();

    /**
     * @param pause from the beginning of a write to that of the next one, at least
     * @param target writes all or nothing
     * @param concernsAll failures that each of them would meet as well; after another one, each is written alone
     */
    SharedWrites(Duration pause, Consumer<List<T>> target, Predicate<RuntimeException> concernsAll) {
        this.pauseNanos = pause.toNanos();
        this.target = target;
        this.concernsAll = concernsAll;
    }

    private static final class Entry<T> {
        private final T what;
        private boolean over;
        private RuntimeException failure;

        Entry(T what) {
            this.what = what;
        }
    }

    /** Returns when it is written; throws what the target threw for it. */
    void write(T what) {
        Entry<T> mine = new Entry<>(what);
        waiting.add(mine);
        writing.lock();
        try {
            if (!mine.over) {
                LockSupport.parkNanos(nextNanos - System.nanoTime());
                nextNanos = System.nanoTime() + pauseNanos;
                writeAll(takeWaiting());
            }
        } finally {
            writing.unlock();
        }
        if (!mine.over) {
            throw new IllegalStateException("Whoever wrote for all ended without telling how.");
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /** How many wait for a write to end. */
    int waiting() {
        return waiting.size();
    }

    private List<Entry<T>> takeWaiting() {
        List<Entry<T>> taken = new ArrayList<>();
        for (Entry<T> next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void writeAll(List<Entry<T>> entries) {
        RuntimeException failure = failureOf(entries);
        if (failure != null && entries.size() > 1 && !concernsAll.test(failure)) {
            entries.forEach(entry -> writeAll(List.of(entry)));
            return;
        }
        for (Entry<T> entry : entries) {
            entry.over = true;
            entry.failure = failure;
        }
    }

    private RuntimeException failureOf(List<Entry<T>> entries) {
        try {
            target.accept(entries.stream().map(entry -> entry.what).toList());
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
