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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second sync of a flight brings what is new or changed, and nothing else. */
class IncrementalSyncIT {
    private final Scene scene = Scene.signedIn();
    private final FlightFolder flight = scene.flight("Again").withPhotos(3);
    private long project;

    @BeforeEach
    void bringTheFlight() {
        project = scene.create(flight);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        scene.awaitState(project, "COMPLETED");
    }

    private int downloads() {
        return scene.deployment()
                .tapis()
                .requests()
                .list("GET", "/v3/files/content/" + scene.system() + "/")
                .size();
    }

    @Test
    void anUnchangedFlightCostsAListing() {
        int downloads = downloads();

        JsonObject job = scene.sync(project);

        assertThat(job.getString("exit_status")).isEqualTo("NOTHING_TO_DO");
        assertThat(downloads()).isEqualTo(downloads);
        Deliveries.assertUploadedOnce(scene.task(project));
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    @Test
    void anUnchangedProjectIsNotHandedOverAgain() {
        String token = scene.deployment().tapis().accessToken(scene.username(), Duration.ofHours(2));
        try (EventFollower follower =
                EventFollower.withToken(scene.deployment().server(), token, "?project=" + project, null)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> follower.names().contains("ready"));

            scene.sync(project);

            await().atMost(Duration.ofMinutes(1)).until(() -> follower.names().contains("sync_ended"));
            assertThat(scene.project(project).getString("state")).isEqualTo("COMPLETED");
            assertThat(follower.changes())
                    .extracting(event -> event.data().getString("state", "none"))
                    .contains("COMPLETED")
                    .doesNotContain("COMMITTED");
        }
    }

    @Test
    void newImagesWaitUntilSomebodyWantsThemProcessed() {
        flight.with("NEW.JPG");

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("NEW_IMAGES");

        assertThat(scene.project(project).getJsonObject("error").getString("code"))
                .isEqualTo("NEW_IMAGES");
        assertThat(scene.task(project).files()).hasSize(3);

        assertThat(scene.syncAndReprocess(project).getString("exit_status")).isEqualTo("COMMITTED");

        scene.awaitState(project, "COMPLETED");
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        Deliveries.assertUploadedOnce(task);
        assertThat(task.imagesPerJob()).containsExactly(3, 4);
    }

    @Test
    void aChangedImageReplacesTheOldOne() {
        flight.put("IMG_0002.JPG", FlightFolder.photo("taken again"));

        assertThat(scene.syncAndReprocess(project).getString("exit_status")).isEqualTo("COMMITTED");

        scene.awaitState(project, "COMPLETED");
        Deliveries.assertComplete(scene.task(project), flight);
    }

    @Test
    void aVanishedImageIsShownAsGone() {
        flight.remove("IMG_0003.JPG");

        scene.sync(project);

        assertThat(scene.images(project))
                .filteredOn(image -> image.getString("state").equals("GONE"))
                .singleElement()
                .satisfies(image -> assertThat(image.getString("name")).isEqualTo("IMG_0003.JPG"));
    }

    @Test
    void aTaskThatWasDeletedInWebOdmIsMadeAndFilledAgain() {
        Map<String, String> before = flight.hashes();
        String lost = scene.task(project).task().toString();
        scene.webOdm().removeTask(project, lost);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        scene.awaitState(project, "COMPLETED");
        TaskReport task = scene.task(project);
        assertThat(task.task())
                .hasToString(scene.project(project).getString("task_id"))
                .doesNotHaveToString(lost);
        assertThat(Deliveries.hashes(task)).isEqualTo(before);
        assertThat(task.commits()).isEqualTo(1);
    }
}
