package io.skyferry.access.session;

import io.skyferry.access.vault.StoredToken;
import io.skyferry.platform.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lets one renewal of a token run at a time; those who waited share its failure for a moment, as they do its success. */
final class RenewalLane {
    private static final Duration FAILURE_STANDS = Duration.ofSeconds(3);

    private record Failed(long version, Instant at, Failure failure) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private Failed last;

    RenewalLane(Clock clock) {
        this.clock = clock;
    }

    boolean isBusy() {
        return lock.isLocked();
    }

    StoredToken alone(Supplier<StoredToken> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Call only inside of {@link #alone}. */
    StoredToken attempt(StoredToken present, UnaryOperator<StoredToken> renewal) {
        Instant now = clock.instant();
        if (last != null
                && last.version() == present.version()
                && now.isBefore(last.at().plus(FAILURE_STANDS))) {
            throw new Failure(last.failure().code(), last.failure().detail(), last.failure());
        }
        try {
            return renewal.apply(present);
        } catch (Failure e) {
            last = new Failed(present.version(), clock.instant(), e);
            throw e;
        }
    }
}
