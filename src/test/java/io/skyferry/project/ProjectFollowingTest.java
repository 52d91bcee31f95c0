package io.skyferry.project;

import static io.skyferry.platform.change.ChangeKind.NEEDS_ATTENTION;
import static io.skyferry.platform.change.ChangeKind.PROCESSING_ENDED;
import static io.skyferry.platform.change.ChangeKind.PROJECT_CHANGED;
import static io.skyferry.platform.change.ChangeKind.WEBODM_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks at a WebODM make of a project. */
class ProjectFollowingTest {
    @TempDir
    Path data;

    private WebOdmWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new WebOdmWorld(data);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void pass(Duration time) {
        world.pass(time);
    }

    @Test
    void followsATaskToItsEnd() {
        long id = world.committed("F").id();
        world.news();
        pass(Duration.ofMinutes(30));

        FlightProject running = world.look(id);

        assertThat(running.state()).isEqualTo(ProjectState.PROCESSING);
        assertThat(running.runningProgress()).isBetween(0.1, 0.95);
        assertThat(world.news()).containsExactly(PROJECT_CHANGED);
        pass(Duration.ofHours(1));
        assertThat(world.look(id).state()).isEqualTo(ProjectState.COMPLETED);
        assertThat(world.news()).containsExactly(PROJECT_CHANGED, PROCESSING_ENDED);
        assertThat(world.watch(id).results()).contains("orthophoto.tif", "all.zip");
        assertThat(world.watch(id).imagesCount()).hasValue(2);
        assertThat(world.watch(id).seenAt()).hasValue(world.clock.instant());
        assertThat(world.look(id).state()).isEqualTo(ProjectState.COMPLETED);
        assertThat(world.news()).isEmpty();
    }

    @Test
    void saysWhyProcessingFailed() {
        world.sandbox.failNextJobs(1);
        long id = world.committed("F").id();
        pass(Duration.ofHours(2));
        world.news();

        FlightProject failed = world.look(id);

        assertThat(failed.state()).isEqualTo(ProjectState.FAILED);
        assertThat(failed.errorCode()).hasValue(ErrorCode.WEBODM_REFUSED);
        assertThat(failed.errorText()).isNotBlank();
        assertThat(world.news()).contains(PROCESSING_ENDED);
    }

    @Test
    void noticesThatSomebodyCancelledAndRestarted() {
        FlightProject project = world.committed("F");
        pass(Duration.ofMinutes(10));
        world.order(project, "cancel");
        pass(Duration.ofMinutes(1));
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.CANCELED);
        assertThat(world.news()).contains(PROCESSING_ENDED);

        world.order(project, "restart");
        pass(Duration.ofMinutes(30));
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.PROCESSING);
        pass(Duration.ofHours(1));
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.COMPLETED);
        assertThat(world.news()).contains(PROCESSING_ENDED);
    }

    @Test
    void tellsTheSameEndingAgainOnlyWhenThereWasWorkBetween() {
        FlightProject project = world.committed("F");
        pass(Duration.ofHours(2));
        world.look(project.id());
        world.news();

        world.passThroughSync(project.id());
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.COMPLETED);
        assertThat(world.news()).isNotEmpty().doesNotContain(PROCESSING_ENDED);

        world.order(project, "restart");
        pass(Duration.ofMinutes(30));
        world.look(project.id());
        pass(Duration.ofHours(1));
        world.look(project.id());
        assertThat(world.news()).contains(PROCESSING_ENDED);
    }

    @Test
    void explainsATaskThatWasDeleted() {
        FlightProject project = world.committed("F");
        world.order(project, "remove");
        pass(Duration.ofMinutes(1));
        world.news();

        FlightProject lost = world.look(project.id());

        assertThat(lost.state()).isEqualTo(ProjectState.NEEDS_ATTENTION);
        assertThat(lost.errorCode()).hasValue(ErrorCode.WEBODM_TASK_GONE);
        assertThat(lost.errorText()).isEqualTo("The task was deleted in WebODM.");
        assertThat(ProjectAction.of(lost, ImageTally.NONE, false)).containsExactly(ProjectAction.SYNC);
        assertThat(world.news()).containsExactlyInAnyOrder(PROJECT_CHANGED, NEEDS_ATTENTION, WEBODM_LOST);
        int requests = world.requests();
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.NEEDS_ATTENTION);
        assertThat(world.requests()).isEqualTo(requests);
    }

    @Test
    void explainsATaskThatWaitedForMoreThan72Hours() {
        FlightProject project = world.waiting("F");
        pass(Duration.ofHours(71));
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.CREATED);

        pass(Duration.ofHours(2));

        FlightProject lost = world.look(project.id());
        assertThat(lost.state()).isEqualTo(ProjectState.NEEDS_ATTENTION);
        assertThat(lost.errorCode()).hasValue(ErrorCode.WEBODM_TASK_GONE);
        assertThat(lost.errorText()).contains("72 hours");
    }

    @Test
    void explainsAProjectThatWasDeleted() {
        FlightProject project = world.committed("F");
        pass(Duration.ofHours(2));
        world.look(project.id());
        world.deleteProject(project);
        pass(Duration.ofMinutes(1));

        FlightProject lost = world.look(project.id());

        assertThat(lost.errorCode()).hasValue(ErrorCode.WEBODM_PROJECT_GONE);
        WebOdmView view = WebOdmView.of(
                lost, java.util.Optional.of(world.watch(project.id())), java.net.URI.create("http://webodm"));
        assertThat(view.projectUrl()).isNull();
        assertThat(view.results()).isEmpty();
    }

    @Test
    void losesNothingBecauseAProxySays404() {
        FlightProject project = world.committed("F");
        world.fault("/api/projects/", 404, "<html>Not Found</html>");

        FlightProject kept = world.look(project.id());

        assertThat(kept.state()).isEqualTo(ProjectState.COMMITTED);
        assertThat(kept.errorCode()).isEmpty();
        assertThat(world.watch(project.id()).troubleCode()).hasValue(ErrorCode.WEBODM_NOT_FOUND);
    }

    @Test
    void leavesEverythingAsItIsWhileWebOdmIsDownAndGoesOnAfter() {
        FlightProject one = world.committed("F");
        FlightProject other = world.committed("G");
        pass(Duration.ofHours(2));
        world.fault("/api/projects/", 502, "");

        assertThat(world.look(one.id()).state()).isEqualTo(ProjectState.COMMITTED);
        int requests = world.requests();
        assertThat(world.look(other.id()).state()).isEqualTo(ProjectState.COMMITTED);
        assertThat(world.look(one.id()).state()).isEqualTo(ProjectState.COMMITTED);

        assertThat(world.requests()).as("while it is left alone").isEqualTo(requests);
        assertThat(world.get(one.id()).errorCode()).isEmpty();
        assertThat(world.watch(one.id()).troubleCode()).hasValue(ErrorCode.WEBODM_ERROR);
        world.sandbox.server().faults().clear();
        pass(Duration.ofMinutes(3));
        assertThat(world.look(one.id()).state()).isEqualTo(ProjectState.COMPLETED);
        assertThat(world.watch(one.id()).troubleCode()).isEmpty();
    }

    @Test
    void throwsALookAwayThatASyncOvertook() {
        FlightProject known = world.committed("F");
        pass(Duration.ofHours(2));
        world.passThroughSync(known.id());

        assertThat(world.look(known).state()).isEqualTo(ProjectState.COMMITTED);
    }

    @Test
    void takesAnOldStatusForNothingNewRightAfterAnOrder() {
        FlightProject project = world.committed("F");
        pass(Duration.ofHours(2));
        world.look(project.id());
        world.order(project, "restart");
        world.passThroughSync(project.id());

        assertThat(world.look(project.id()).state()).isIn(ProjectState.COMMITTED, ProjectState.PROCESSING);
    }

    @Test
    void looksSoonAtWhatIsProcessedAndSeldomAtWhatEnded() {
        long id = world.committed("F").id();
        assertThat(untilNextLook(id)).isEqualTo(Duration.ofSeconds(3));
        for (int look = 0; look < 50; look++) {
            pass(untilNextLook(id));
            world.look(id);
        }
        assertThat(untilNextLook(id)).isEqualTo(Duration.ofSeconds(30));
        pass(Duration.ofHours(2));
        world.look(id);
        assertThat(untilNextLook(id)).isEqualTo(Duration.ofSeconds(20));
        for (int look = 0; look < 60; look++) {
            pass(untilNextLook(id));
            world.look(id);
        }
        assertThat(untilNextLook(id)).isEqualTo(Duration.ofHours(6));
    }

    private Duration untilNextLook(long id) {
        Instant next = world.watch(id).nextLookAt();
        return Duration.between(world.clock.instant(), next);
    }

    private List<Long> due() {
        return world.watches(list -> list.listDue(10));
    }

    private boolean takes(long id) {
        return world.watches(list -> list.take(id));
    }

    @Test
    void givesALookToOneServerAtATime() {
        long id = world.committed("F").id();
        assertThat(due()).isEmpty();
        pass(Duration.ofSeconds(4));
        assertThat(due()).containsExactly(id);

        assertThat(List.of(takes(id), takes(id))).containsExactly(true, false);

        assertThat(due()).isEmpty();
        pass(Duration.ofMinutes(3));
        assertThat(due()).as("its server died").containsExactly(id);
    }

    @Test
    void leavesWhatASyncWorksOnAlone() {
        FlightProject project = world.committed("F");
        world.inTransaction((ledger, changes) -> {
            ledger.find(FlightProject.class, project.id()).startSync(world.clock.instant());
            return null;
        });
        pass(Duration.ofHours(1));
        int requests = world.requests();

        assertThat(due()).isEmpty();
        assertThat(world.look(project.id()).state()).isEqualTo(ProjectState.SYNCING);
        assertThat(world.requests()).isEqualTo(requests);
    }
}
