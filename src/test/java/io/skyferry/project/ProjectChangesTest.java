package io.skyferry.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.flight.Flight;
import io.skyferry.flight.Flights;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.ChangeDatabase;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed tells of a project, on a database in memory. */
class ProjectChangesTest {
    private static final Owner ADA = new Owner("ada", "portals");

    private final MovingClock clock = new MovingClock();
    private final ChangeDatabase database =
            ChangeDatabase.inMemory(Flight.class, FlightProject.class, ProjectClaim.class);
    private long project;
    private long seen;

    @BeforeEach
    void make() {
        try (ChangeDatabase.Open open = database.open(clock)) {
            Flight flight = Flights.of("ptdatax.project.A", "F");
            open.manager().persist(flight);
            FlightProject row = new FlightProject(ADA, flight, clock.instant());
            open.manager().persist(row);
            open.commit();
            project = row.id();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Change> after(Consumer<FlightProject> change) {
        try (ChangeDatabase.Open open = database.open(clock)) {
            new ProjectChanges(open.changes()).recorded(open.manager().find(FlightProject.class, project), change);
            open.commit();
        }
        List<Change> news = database.inTransaction(clock, changes -> changes.listAfter(seen, 100));
        seen = news.isEmpty() ? seen : news.get(news.size() - 1).id();
        return news;
    }

    private static List<ChangeKind> kinds(List<Change> changes) {
        return changes.stream().map(Change::kind).toList();
    }

    private List<ChangeKind> kindsAfter(Consumer<FlightProject> change) {
        return kinds(after(change));
    }

    @Test
    void tellsOfANewProjectOnceItsTaskExists() {
        assertThat(kindsAfter(row -> row.madeAs(12, clock.instant()))).isEmpty();

        List<Change> news = after(row -> row.fillsTask("t-1", clock.instant()));

        assertThat(kinds(news)).containsExactly(ChangeKind.PROJECT_CREATED, ChangeKind.PROJECT_CHANGED);
        assertThat(news.get(0).note().owner()).hasValue(ADA);
        assertThat(news.get(0).note().projectId()).hasValue(project);
        assertThat(news.get(0).note().body())
                .hasToString("{\"flight_name\":\"F\",\"system_id\":\"ptdatax.project.A\",\"state\":\"CREATED\","
                        + "\"running_progress\":0.0,\"project_id\":12,\"task_id\":\"t-1\"}");
        assertThat(kindsAfter(row -> row.fillsTask("t-2", clock.instant())))
                .containsExactly(ChangeKind.PROJECT_CHANGED);
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        assertThat(after(row -> row.become(ProjectState.CREATED, clock.instant())))
                .isEmpty();
    }

    @Test
    void tellsWhoHasToDoSomething() {
        after(row -> row.startSync(clock.instant()));

        List<Change> news = after(row -> row.endSync(
                ProjectState.NEEDS_ATTENTION, new Failure(ErrorCode.IMAGES_MISSING, "x".repeat(900)), clock.instant()));

        assertThat(kinds(news)).containsExactly(ChangeKind.PROJECT_CHANGED, ChangeKind.NEEDS_ATTENTION);
        assertThat(news.get(0).note().body().getString("error_code")).isEqualTo("IMAGES_MISSING");
        assertThat(news.get(0).note().body().getString("error_detail")).hasSize(200);
    }

    @Test
    void tellsWhoHasToSignIn() {
        after(row -> row.startSync(clock.instant()));

        assertThat(kindsAfter(row -> row.endSync(
                        ProjectState.NEEDS_ATTENTION,
                        new Failure(ErrorCode.TOKEN_EXPIRED, "It is over."),
                        clock.instant())))
                .containsExactly(ChangeKind.PROJECT_CHANGED, ChangeKind.NEEDS_ATTENTION, ChangeKind.SIGN_IN_NEEDED);
    }

    @Test
    void tellsOfASyncByItsJob() {
        try (ChangeDatabase.Open open = database.open(clock)) {
            ProjectChanges changes = new ProjectChanges(open.changes());
            FlightProject row = open.manager().find(FlightProject.class, project);
            changes.syncStarted(row, 5);
            changes.syncEnded(row, 5, "COMMITTED", new ImageTally(0, 3, 1, 0, 0, 40, 30));
            open.commit();
        }

        List<Change> news = after(row -> {});

        assertThat(kinds(news)).containsExactly(ChangeKind.SYNC_STARTED, ChangeKind.SYNC_ENDED);
        assertThat(news).allMatch(change -> change.note().jobExecutionId().orElseThrow() == 5);
        assertThat(news.get(1).note().body().getJsonObject("images").getInt("delivered"))
                .isEqualTo(3);
    }
}
