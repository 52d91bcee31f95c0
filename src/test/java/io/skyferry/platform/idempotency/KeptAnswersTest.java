package io.skyferry.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.idempotency.KeptAnswers.Answer;
import io.skyferry.transfer.testkit.Failures;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private static final Answer ANSWER = new Answer(202, Optional.of("/api/skyferry/jobs/7"), "{\"success\":true}");

    private final MovingClock clock = new MovingClock();
    private final TestLedger database = new TestLedger(KeptAnswer.class);

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T answers(Function<KeptAnswers, T> work) {
        return database.inTransaction(manager -> work.apply(new KeptAnswers(manager, clock)));
    }

    private Optional<Answer> begin(String caller, String key, String request) {
        return answers(kept -> kept.begin(caller, key, request));
    }

    private void answer() {
        answers(kept -> {
            kept.keep("ada", "k", ANSWER);
            return null;
        });
    }

    @Test
    void givesTheSameAnswerAgain() {
        assertThat(begin("ada", "k", "r")).isEmpty();
        answer();

        assertThat(begin("ada", "k", "r")).hasValue(ANSWER);
    }

    @Test
    void keepsKeysOfCallersApart() {
        begin("ada", "k", "r");
        answer();

        assertThat(begin("grace", "k", "other")).isEmpty();
    }

    @Test
    void refusesAnotherRequestWithTheKey() {
        begin("ada", "k", "r");
        answer();

        assertThat(Failures.of(() -> begin("ada", "k", "other")).code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void saysThatTheRequestIsUnderWayUntilItsServerMustHaveDied() {
        begin("ada", "k", "r");
        assertThat(Failures.of(() -> begin("ada", "k", "r")).code()).isEqualTo(ErrorCode.REQUEST_UNDER_WAY);

        clock.advance(KeptAnswers.UNDER_WAY);

        assertThat(begin("ada", "k", "r")).isEmpty();
    }

    @Test
    void forgetsWhatFailed() {
        begin("ada", "k", "r");
        answers(kept -> {
            kept.forget("ada", "k");
            return null;
        });

        assertThat(begin("ada", "k", "other")).isEmpty();
    }

    @Test
    void forgetsAfterADay() {
        begin("ada", "k", "r");
        answer();
        assertThat(this.<Integer>answers(KeptAnswers::purge)).isZero();
        clock.advance(KeptAnswers.KEPT);
        assertThat(begin("ada", "k", "other")).isEmpty();

        clock.advance(KeptAnswers.KEPT.plusSeconds(1));
        assertThat(this.<Integer>answers(KeptAnswers::purge)).isEqualTo(1);
    }
}
