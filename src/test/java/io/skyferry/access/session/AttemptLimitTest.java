package io.skyferry.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final MovingClock clock = new MovingClock();
    private final AttemptLimit limit = new AttemptLimit(clock);
    private int asked;

    private ErrorCode refused(String user, String address) {
        return catchThrowableOfType(
                        Failure.class,
                        () -> limit.run(user, address, () -> {
                            asked++;
                            throw new Failure(ErrorCode.SIGN_IN_REFUSED, "no");
                        }))
                .code();
    }

    @Test
    void endsGuessingForAUserWhereverItComesFrom() {
        for (int i = 0; i < AttemptLimit.PER_USER; i++) {
            assertThat(refused(i % 2 == 0 ? "ada" : "ADA", "192.0.2." + i)).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
        }
        assertThat(refused("ada", "192.0.2.99")).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(asked).isEqualTo(AttemptLimit.PER_USER);
        assertThat(refused("grace", "192.0.2.99")).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
        clock.advance(AttemptLimit.WINDOW);
        assertThat(refused("ada", "192.0.2.99")).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
    }

    @Test
    void endsGuessingFromAnAddressWhoeverItIsFor() {
        for (int i = 0; i < AttemptLimit.PER_ADDRESS; i++) {
            refused("user" + i, "192.0.2.1");
        }
        Failure failure = catchThrowableOfType(Failure.class, () -> limit.run("new", "192.0.2.1", () -> "in"));
        assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        assertThat(failure.retryAfter().orElseThrow()).isGreaterThan(AttemptLimit.WINDOW.minusMinutes(1));
        assertThat(limit.run("new", "192.0.2.2", () -> "in")).isEqualTo("in");
    }

    @Test
    void doesNotCountWhatIsNobodysFault() {
        for (int i = 0; i < 100; i++) {
            limit.run("ada", "192.0.2.1", () -> "in");
            Failure away = catchThrowableOfType(
                    Failure.class,
                    () -> limit.run("ada", "192.0.2.1", () -> {
                        throw new Failure(ErrorCode.TAPIS_UNREACHABLE, "away");
                    }));
            assertThat(away.code()).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
        }
    }
}
