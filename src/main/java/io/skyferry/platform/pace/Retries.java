package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Runs something until it succeeds or its {@link RetryPolicy} gives up. Thread-safe if the random generator is. */
public final class Retries {
    /** What came out, and with how many attempts. */
    public record Outcome<T>(T value, int attempts) {}

    /** One attempt. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run();
    }

    /** Waits between attempts; the usual one is {@link StopSignal#sleep}. */
    @FunctionalInterface
    public interface Sleeper {
        /** @throws Failure STOPPED when the signal is raised */
        void sleep(StopSignal stop, Duration duration);
    }

    /** Of a wait for hours, only how it began is worth keeping. */
    private static final int MOST_KEPT = 10;

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Sleeper sleeper;

    public Retries(RetryPolicy policy, RandomGenerator random, Sleeper sleeper) {
        this.policy = policy;
        this.random = random;
        this.sleeper = sleeper;
    }

    /**
     * @param retrying told of each failure that is followed by another attempt, with the wait before that
     * @throws Failure the last attempt's, with the earlier ones suppressed in it; STOPPED as soon as stopped
     */
    public <T> Outcome<T> run(Attempt<T> attempt, StopSignal stop, BiConsumer<Failure, Duration> retrying) {
        return run(attempt, stop, retrying, failure -> false);
    }

    /**
     * @param forgiven failures that use up no attempt and are followed by the next one at once: what is waited for is
     *     waited for inside of the attempt
     */
    public <T> Outcome<T> run(
            Attempt<T> attempt, StopSignal stop, BiConsumer<Failure, Duration> retrying, Predicate<Failure> forgiven) {
        List<Failure> earlier = new ArrayList<>();
        int attempts = 0;
        int counted = 0;
        while (true) {
            try {
                stop.throwIfStopped();
                attempts++;
                return new Outcome<>(attempt.run(), attempts);
            } catch (Failure failure) {
                if (forgiven.test(failure)) {
                    retrying.accept(failure, Duration.ZERO);
                } else if (policy.allowsRetry(failure, ++counted)) {
                    pause(failure, counted, earlier, stop, retrying);
                } else {
                    throw withEarlier(failure, earlier);
                }
                if (earlier.size() < MOST_KEPT) {
                    earlier.add(failure);
                }
            }
        }
    }

    private void pause(
            Failure failure, int counted, List<Failure> earlier, StopSignal stop, BiConsumer<Failure, Duration> told) {
        Duration delay = policy.delayAfter(failure, counted, random);
        told.accept(failure, delay);
        try {
            sleeper.sleep(stop, delay);
        } catch (Failure stopped) {
            stopped.addSuppressed(failure);
            throw withEarlier(stopped, earlier);
        }
    }

    private static Failure withEarlier(Failure last, List<Failure> earlier) {
        earlier.forEach(last::addSuppressed);
        return last;
    }
}
