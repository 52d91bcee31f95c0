package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
    private static final RetryPolicy PLAIN =
            new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(3), 0, Duration.ofMinutes(1));

    private final StopSignal stop = new StopSignal();
    private final List<Duration> slept = new ArrayList<>();
    private final Retries retries = new Retries(PLAIN, new Random(1), (signal, duration) -> slept.add(duration));

    @Test
    void triesAgainUntilItSucceeds() {
        List<Failure> told = new ArrayList<>();
        Iterator<Failure> failures = List.of(busy("1"), busy("2")).iterator();

        Retries.Outcome<String> outcome = retries.run(
                () -> {
                    if (failures.hasNext()) {
                        throw failures.next();
                    }
                    return "done";
                },
                stop,
                (failure, delay) -> told.add(failure));

        assertThat(outcome).isEqualTo(new Retries.Outcome<>("done", 3));
        assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(told).extracting(Failure::detail).containsExactly("1", "2");
    }

    @Test
    void givesUpWithEveryAttemptsCause() {
        Iterator<Failure> failures =
                List.of(busy("1"), busy("2"), busy("3"), busy("4")).iterator();

        assertThatThrownBy(() -> run(failures))
                .hasMessage("TAPIS_BUSY: 4")
                .satisfies(last -> assertThat(last.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("TAPIS_BUSY: 1", "TAPIS_BUSY: 2", "TAPIS_BUSY: 3"));
        assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"NOT_WHOLE_JPEG", "TAPIS_FORBIDDEN", "NO_SPACE", "STOPPED", "CLAIM_LOST", "TOKEN_EXPIRED"})
    void doesNotRepeatWhatWaitingDoesNotHeal(ErrorCode code) {
        assertThatThrownBy(() -> run(List.of(new Failure(code, "so")).iterator()))
                .hasMessage(code + ": so");
        assertThat(slept).isEmpty();
    }

    @Test
    void waitsAtLeastAsLongAsAsked() {
        Failure asked = new Failure(ErrorCode.TAPIS_BUSY, "asked", null, Duration.ofSeconds(20));

        assertThatThrownBy(() -> run(List.of(asked, new Failure(ErrorCode.TAPIS_NOT_FOUND, "gone"))
                        .iterator()))
                .hasMessage("TAPIS_NOT_FOUND: gone");
        assertThat(slept).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void givesUpWhenAskedToWaitTooLong() {
        Failure asked = new Failure(ErrorCode.TAPIS_BUSY, "asked", null, Duration.ofHours(1));

        assertThatThrownBy(() -> run(List.of(asked).iterator())).isSameAs(asked);
        assertThat(slept).isEmpty();
    }

    @Test
    void keepsTheCauseWhenStoppedWhileWaiting() {
        Retries real = new Retries(PLAIN, new Random(1), StopSignal::sleep);

        assertThatThrownBy(() -> real.run(
                        () -> {
                            throw busy("1");
                        },
                        stop,
                        (failure, delay) -> stop.stop()))
                .hasMessageStartingWith("STOPPED")
                .satisfies(stopped -> assertThat(stopped.getSuppressed()).hasSize(1));
    }

    @Test
    void takesAwayARandomPartOfTheDelay() {
        RetryPolicy jittered =
                new RetryPolicy(4, Duration.ofSeconds(8), Duration.ofSeconds(8), 0.5, Duration.ofMinutes(1));
        Random random = new Random(7);
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            delays.add(jittered.delayAfter(busy("x"), 1, random));
        }

        assertThat(delays).allMatch(d -> d.toMillis() >= 4000 && d.toMillis() <= 8000);
        assertThat(delays.stream().distinct().count()).isGreaterThan(50);
    }

    private String run(Iterator<Failure> failures) {
        return retries.<String>run(
                        () -> {
                            throw failures.next();
                        },
                        stop,
                        (failure, delay) -> {})
                .value();
    }

    private static Failure busy(String detail) {
        return new Failure(ErrorCode.TAPIS_BUSY, detail);
    }
}
