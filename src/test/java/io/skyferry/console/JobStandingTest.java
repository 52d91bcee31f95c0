package io.skyferry.console;

import static io.skyferry.console.JobAction.ABANDON;
import static io.skyferry.console.JobAction.PURGE;
import static io.skyferry.console.JobAction.RESTART;
import static io.skyferry.console.JobAction.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.project.ImageTally;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobStandingTest {
    private static final Optional<ImageTally> NONE = Optional.of(ImageTally.NONE);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(RunState.RUNNING, Set.of(STOP)),
                Arguments.of(RunState.STOPPING, Set.of()),
                Arguments.of(RunState.STOPPED, Set.of(RESTART, ABANDON, PURGE)),
                Arguments.of(RunState.FAILED, Set.of(RESTART, ABANDON, PURGE)),
                Arguments.of(RunState.ATTENTION, Set.of(RESTART, PURGE)),
                Arguments.of(RunState.COMPLETED, Set.of(PURGE)),
                Arguments.of(RunState.ABANDONED, Set.of(PURGE)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void allowsByState(RunState state, Set<JobAction> allowed) {
        assertThat(new JobStanding(state, Optional.empty(), false, NONE).allowed())
                .containsOnlyKeys(allowed)
                .allSatisfy((action, keeps) -> assertThat(keeps).endsWith("."));
    }

    @Test
    void restartsOnlyTheNewestOfAProject() {
        JobStanding standing = new JobStanding(RunState.FAILED, Optional.of(9L), false, NONE);

        assertThat(standing.allowed()).containsOnlyKeys(ABANDON, PURGE);
        assertThat(standing.refusal(5, RESTART))
                .isEqualTo("Job 5 is FAILED: it can't be restarted. Job 9 came after it. Allowed now: abandon, purge.");
    }

    @Test
    void leavesAloneWhatTheServerContinues() {
        JobStanding standing = new JobStanding(RunState.FAILED, Optional.empty(), true, NONE);

        assertThat(standing.allowed()).isEmpty();
        assertThat(standing.refusal(5, ABANDON)).contains("by itself", "Allowed now: nothing.");
    }

    @Test
    void saysWhatStays() {
        ImageTally tally = new ImageTally(1, 7, 2, 0, 0, 100, 70);
        JobStanding standing = new JobStanding(RunState.STOPPED, Optional.empty(), false, Optional.of(tally));

        assertThat(standing.allowed().get(RESTART))
                .isEqualTo("A new job goes on with what is left. 7 images that are delivered stay so."
                        + " 3 images are still to be brought.");
    }
}
