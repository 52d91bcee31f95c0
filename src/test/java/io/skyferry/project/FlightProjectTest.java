package io.skyferry.project;

import static io.skyferry.project.ProjectState.CANCELED;
import static io.skyferry.project.ProjectState.COMMITTED;
import static io.skyferry.project.ProjectState.COMPLETED;
import static io.skyferry.project.ProjectState.CREATED;
import static io.skyferry.project.ProjectState.FAILED;
import static io.skyferry.project.ProjectState.NEEDS_ATTENTION;
import static io.skyferry.project.ProjectState.PROCESSING;
import static io.skyferry.project.ProjectState.SYNCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.skyferry.flight.Flights;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlightProjectTest {
    private static final Instant NOW = Instant.parse("2026-05-02T00:00:00Z");
    private static final Map<ProjectState, Set<ProjectState>> ARROWS = Map.of(
            CREATED, Set.of(SYNCING, NEEDS_ATTENTION),
            SYNCING, Set.of(NEEDS_ATTENTION, COMMITTED, PROCESSING, COMPLETED, FAILED, CANCELED),
            NEEDS_ATTENTION, Set.of(SYNCING),
            COMMITTED, Set.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, FAILED, CANCELED),
            PROCESSING, Set.of(SYNCING, NEEDS_ATTENTION, COMPLETED, FAILED, CANCELED),
            COMPLETED, Set.of(SYNCING, NEEDS_ATTENTION, PROCESSING, FAILED, CANCELED),
            FAILED, Set.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, CANCELED),
            CANCELED, Set.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, FAILED));
    /** How a new project comes into each state. */
    private static final Map<ProjectState, List<ProjectState>> WAYS = new EnumMap<>(Map.of(
            CREATED, List.of(),
            SYNCING, List.of(SYNCING),
            NEEDS_ATTENTION, List.of(SYNCING, NEEDS_ATTENTION),
            COMMITTED, List.of(SYNCING, COMMITTED),
            PROCESSING, List.of(SYNCING, COMMITTED, PROCESSING),
            COMPLETED, List.of(SYNCING, COMMITTED, COMPLETED),
            FAILED, List.of(SYNCING, COMMITTED, FAILED),
            CANCELED, List.of(SYNCING, COMMITTED, CANCELED)));

    private static FlightProject in(ProjectState state) {
        FlightProject project =
                new FlightProject(new Owner("ada", "portals"), Flights.of("ptdatax.project.A", "F"), Flights.SEEN);
        WAYS.get(state).forEach(step -> project.become(step, Flights.SEEN));
        return project;
    }

    static Stream<Arguments> allPairs() {
        return Arrays.stream(ProjectState.values())
                .flatMap(from -> Arrays.stream(ProjectState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void goesAlongTheArrowsOnly(ProjectState from, ProjectState to) {
        FlightProject project = in(from);

        if (from == to || ARROWS.get(from).contains(to)) {
            project.become(to, NOW);
            assertThat(project.state()).isEqualTo(to);
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> project.become(to, NOW))
                    .withMessageContainingAll(from.name(), to.name());
            assertThat(project.state()).isEqualTo(from);
        }
    }

    @Test
    void isWithWebOdmOnceItWasHandedOver() {
        assertThat(Arrays.stream(ProjectState.values()).filter(ProjectState::isWithWebOdm))
                .containsExactly(COMMITTED, PROCESSING, COMPLETED, FAILED, CANCELED);
    }

    @Test
    void keepsWhySomebodyHasToLookAtItUntilTheNextSync() {
        FlightProject project = in(SYNCING);

        project.endSync(NEEDS_ATTENTION, new Failure(ErrorCode.IMAGES_MISSING, "x".repeat(1500)), NOW);

        assertThat(project.errorCode()).hasValue(ErrorCode.IMAGES_MISSING);
        assertThat(project.errorText()).hasSize(1000);

        project.startSync(NOW);

        assertThat(project.errorCode()).isEmpty();
        assertThat(project.errorText()).isNull();
    }

    @Test
    void isMadeStepByStep() {
        FlightProject project = in(CREATED);
        assertThat(project.webOdmProjectId()).isEmpty();
        assertThat(project.webOdmTaskId()).isEmpty();

        project.madeAs(7, NOW);
        project.fillsTask("task", NOW);

        assertThat(project.webOdmProjectId()).hasValue(7L);
        assertThat(project.webOdmTaskId()).hasValue("task");
        assertThat(project.owner()).isEqualTo(new Owner("ada", "portals"));
        assertThat(project.name()).isEqualTo("F (ptdatax.project.A)");
    }
}
