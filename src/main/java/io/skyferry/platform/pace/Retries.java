package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
        List<Failure> earlier = new ArrayList<>();
        while (true) {
            try {
                stop.throwIfStopped();
                T value = attempt.run();
                return new Outcome<>(value, earlier.size() + 1);
            } catch (Failure failure) {
                if (!policy.allowsRetry(failure, earlier.size() + 1)) {
                    throw withEarlier(failure, earlier);
                }
                earlier.add(failure);
                pause(failure, earlier, stop, retrying);
            }
        }
    }

    private void pause(Failure failure, List<Failure> earlier, StopSignal stop, BiConsumer<Failure, Duration> told) {
        Duration delay = policy.delayAfter(failure, earlier.size(), random);
        told.accept(failure, delay);
        try {
            sleeper.sleep(stop, delay);
        } catch (Failure stopped) {
            throw withEarlier(stopped, earlier);
        }
    }

    private static Failure withEarlier(Failure last, List<Failure> earlier) {
        earlier.forEach(last::addSuppressed);
        return last;
    }
}
