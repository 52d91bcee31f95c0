package io.skyferry.transfer.delivery;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostLimit;
import io.skyferry.platform.pace.HostOutage;
import io.skyferry.platform.pace.HostPermit;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.StopSignal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The requests of one run to one host. Tells an image that can't be had from a host that is away: when attempts fail one
 * after another, somebody looks at something that is surely there. If that fails as well, the host is away; then no
 * image's attempts are used up, everybody waits, and one look at a time finds out when to go on.
 *
 * @param look asks the host for something small that is there; throws as attempts do
 * @param waiting told how many nanoseconds passed before each permit
 */
record HostRequests(HostLimit limit, Retries retries, Look look, Progress progress, Waiting waiting) {
    /** Asks the host for something small that is surely there. */
    @FunctionalInterface
    interface Look {
        void run();
    }

    /** What waiting and working for this host are called. */
    record Waiting(Progress.Activity before, Progress.Activity during) {}

    /**
     * @param attempt gets where to report how long the host took to answer
     * @throws Failure the last attempt's; a {@link HostOutage} when the host was away for too long
     */
    <T> Retries.Outcome<T> run(Function<Consumer<Duration>, T> attempt, StopSignal stop) {
        return retries.run(() -> permitted(attempt, stop), stop, progress::retrying, limit::forgives);
    }

    private <T> T permitted(Function<Consumer<Duration>, T> attempt, StopSignal stop) {
        while (true) {
            try (HostPermit permit = acquire(stop)) {
                if (permit.isProbe()) {
                    probe(permit);
                } else {
                    return timed(attempt, permit);
                }
            }
        }
    }

    private HostPermit acquire(StopSignal stop) {
        long began = System.nanoTime();
        try {
            return limit.acquire(stop);
        } finally {
            progress.spent(waiting.before(), System.nanoTime() - began);
        }
    }

    private <T> T timed(Function<Consumer<Duration>, T> attempt, HostPermit permit) {
        long began = System.nanoTime();
        try {
            T value = attempt.apply(permit::answeredAfter);
            permit.succeeded();
            return value;
        } catch (Failure failure) {
            permit.failed(failure);
            if (HostOutage.isPossible(failure) && !HostOutage.isPushBack(failure) && limit.beginLook()) {
                lookToo();
            }
            throw failure;
        } finally {
            progress.spent(waiting.during(), System.nanoTime() - began);
        }
    }

    private void lookToo() {
        boolean away = false;
        try {
            look.run();
        } catch (Failure failure) {
            away = HostOutage.isPossible(failure);
        } finally {
            limit.looked(away);
        }
    }

    private void probe(HostPermit permit) {
        try {
            look.run();
            permit.succeeded();
        } catch (Failure failure) {
            // Whatever the host says of this one thing, the next attempt meets it by itself.
            permit.failed(failure);
        }
    }
}
