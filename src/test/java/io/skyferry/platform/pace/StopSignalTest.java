package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal stop = new StopSignal();

    @Test
    void endsASleepAtOnce() {
        CompletableFuture<Void> sleeper = CompletableFuture.runAsync(() -> stop.sleep(Duration.ofDays(1)));

        stop.stop();

        assertThatThrownBy(sleeper::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STOPPED));
    }

    @Test
    void takesAnInterruptForTheSameWishAndKeepsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> stop.sleep(Duration.ofDays(1))).hasMessageStartingWith("STOPPED");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void runsEachActionOnceEvenWhenItComesLate() {
        AtomicInteger early = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        stop.onStop(early::incrementAndGet);
        stop.onStop(closed::incrementAndGet).close();

        stop.stop();
        stop.stop();
        stop.onStop(late::incrementAndGet);

        assertThat(early).hasValue(1);
        assertThat(late).hasValue(1);
        assertThat(closed).hasValue(0);
    }
}
