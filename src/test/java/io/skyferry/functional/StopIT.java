package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job that was stopped loses nothing. */
class StopIT {
    private final Scene scene = Scene.signedIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void aStoppedSyncEndsAndTheNextOneFinishes() {
        FlightFolder flight = scene.flight("Halted").withPhotos(40);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(1000);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(2)).until(() -> delivered(job) >= 4);

        scene.api().post("/api/skyferry/jobs/" + job + "/stop").ok();

        JsonObject stopped = scene.awaitEnd(job);
        assertThat(stopped.getString("status")).isEqualTo("STOPPED");
        assertThat(stopped.getJsonObject("error").getString("code")).isEqualTo("STOPPED");
        int before = delivered(job);
        assertThat(before).isBetween(4, 39);
        assertThat(scene.task(project).commits()).isZero();

        scene.deployment().tapis().pace().latencyMillis(0);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.task(project).commits()).isEqualTo(1);
        assertThat(scene.task(project).files().stream().filter(file -> file.uploads() == 1))
                .hasSizeGreaterThanOrEqualTo(before);
    }

    private int delivered(long job) {
        return scene.job(job).getJsonObject("progress").getInt("images_delivered");
    }
}
