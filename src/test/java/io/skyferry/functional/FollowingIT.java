package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.EventFollower;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a task in WebODM is noticed, although nobody asks. */
class FollowingIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Scene scene = Scene.signedIn();
    private final FlightFolder flight = scene.flight("Followed").withPhotos(3);

    private EventFollower follow() {
        String token = scene.deployment().tapis().accessToken(scene.username(), Duration.ofHours(2));
        EventFollower follower = EventFollower.withToken(scene.deployment().server(), token, "", null);
        await().atMost(LONG).until(() -> follower.names().contains("ready"));
        return follower;
    }

    private static JsonObject awaitEvent(EventFollower follower, String name) {
        return await("event " + name).atMost(LONG).until(() -> last(follower, name), found -> found != null);
    }

    private static JsonObject last(EventFollower follower, String name) {
        List<EventFollower.Event> found = follower.changes().stream()
                .filter(event -> event.name().equals(name))
                .toList();
        return found.isEmpty() ? null : found.get(found.size() - 1).data();
    }

    @Test
    void theEndOfProcessingIsToldAndTheResultsAreShown() {
        try (EventFollower follower = follow()) {
            long project = scene.create(flight);
            scene.startSync(project);

            assertThat(awaitEvent(follower, "processing_ended").getString("state"))
                    .isEqualTo("COMPLETED");

            JsonObject there = scene.project(project).getJsonObject("webodm");
            assertThat(there.getInt("images_count")).isEqualTo(3);
            assertThat(there.getJsonArray("results").getValuesAs(JsonObject.class))
                    .extracting(result -> result.getString("url"))
                    .anyMatch(url -> url.endsWith("/download/orthophoto.tif"));
            assertThat(there.isNull("trouble")).isTrue();
        }
    }

    @Test
    void aTaskThatIsGoneIsToldAndOneSyncMakesItGood() {
        try (EventFollower follower = follow()) {
            long project = scene.create(flight);
            scene.startSync(project);
            awaitEvent(follower, "processing_ended");
            String lost = scene.task(project).task().toString();
            scene.webOdm().removeTask(project, lost);

            assertThat(awaitEvent(follower, "webodm_lost").getString("error_code"))
                    .isEqualTo("WEBODM_TASK_GONE");

            JsonObject shown = scene.project(project);
            assertThat(shown.getString("state")).isEqualTo("NEEDS_ATTENTION");
            assertThat(shown.getJsonObject("error").getString("code")).isEqualTo("WEBODM_TASK_GONE");
            assertThat(shown.getJsonArray("allowed")).hasSize(1);
            assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
            TaskReport task = scene.task(project);
            Deliveries.assertComplete(task, flight);
            Deliveries.assertUploadedOnce(task);
            assertThat(task.task()).doesNotHaveToString(lost);
        }
    }

    @Test
    void aProjectThatIsGoneIsMadeAgainUnderItsOldAddress() {
        long project = scene.create(flight);
        scene.sync(project);
        scene.awaitState(project, "COMPLETED");
        scene.webOdm().deleteProject(project);
        scene.awaitState(project, "NEEDS_ATTENTION");
        assertThat(scene.project(project).getJsonObject("error").getString("code"))
                .isEqualTo("WEBODM_PROJECT_GONE");

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        scene.awaitState(project, "COMPLETED");
        long made = scene.project(project).getJsonNumber("id").longValue();
        assertThat(made).isNotEqualTo(project);
        assertThat(scene.project(made).getString("state")).isEqualTo("COMPLETED");
        Deliveries.assertComplete(scene.task(made), flight);
        Deliveries.assertUploadedOnce(scene.task(made));
        assertThat(scene.webOdm().listProjects()).hasSize(1);
    }
}
