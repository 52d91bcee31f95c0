package io.skyferry.access.token;

import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.oauth.TenantDetails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One tenant's key. Readers of a key that is there never wait. Thread-safe. */
final class TenantKey {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofHours(1);

    private record Fetched(TenantDetails details, Instant at) {}

    private final Supplier<TenantDetails> source;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Fetched known;
    private Instant lastAsked = Instant.MIN;
    private Failure lastFailure;

    TenantKey(Supplier<TenantDetails> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws Failure as Tapis caused it, when the key was never fetched yet */
    TenantDetails get() {
        Fetched present = known;
        if (present == null) {
            return first();
        }
        if (clock.instant().isAfter(present.at().plus(FRESH)) && asking.tryLock()) {
            renewQuietly();
        }
        return known.details();
    }

    /**
     * The key to use when a signature doesn't fit {@code seen}: a newer one if there is, else {@code seen} again.
     *
     * @throws Failure as Tapis caused it, because it can't be said then whether the token or our key is wrong
     */
    TenantDetails insteadOf(TenantDetails seen) {
        asking.lock();
        try {
            if (known.details() == seen) {
                ask(PAUSE);
            }
            return known.details();
        } finally {
            asking.unlock();
        }
    }

    private TenantDetails first() {
        asking.lock();
        try {
            if (known == null) {
                ask(FIRST_PAUSE);
            }
            return known.details();
        } finally {
            asking.unlock();
        }
    }

    /** An old key that still fits is better than no key; the caller holds the lock, which ends here. */
    private void renewQuietly() {
        try {
            ask(PAUSE);
        } catch (Failure e) {
            // asked again after the pause
        } finally {
            asking.unlock();
        }
    }

    /** Asks Tapis unless it was asked just now, whose failure then stands. */
    private void ask(Duration pause) {
        Instant now = clock.instant();
        if (now.isBefore(lastAsked.plus(pause))) {
            if (lastFailure != null) {
                throw new Failure(lastFailure.code(), lastFailure.detail(), lastFailure);
            }
            return;
        }
        lastAsked = now;
        try {
            known = new Fetched(source.get(), now);
            lastFailure = null;
        } catch (Failure e) {
            lastFailure = e;
            throw e;
        }
    }
}
