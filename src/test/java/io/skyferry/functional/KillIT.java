package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.webodm.api.TaskReport;
import io.skyferry.sandbox.webodm.api.TaskReport.ReportedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server dies in the middle of a sync. */
class KillIT {
    private static final int IMAGES = 150;
    /** Four partitions, each with eight images. An image is under way until it is written down. */
    private static final int IMAGES_UNDER_WAY = 32;

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void aKilledServerContinuesByItself() throws IOException {
        FlightFolder flight = scene.flight("Killed").withPhotos(IMAGES);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(250);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(2)).until(() -> delivered(job) >= IMAGES / 4);
        SkyferryServer server = scene.deployment().server();

        server.kill();

        assertThat(scene.task(project).files()).hasSizeLessThan(IMAGES);
        scene.deployment().tapis().pace().latencyMillis(0);
        server.start();
        scene.awaitState(project, "COMPLETED");
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        assertThat(task.commits()).isEqualTo(1);
        assertThat(task.imagesPerJob()).containsExactly(IMAGES);
        assertThat(task.files().stream().mapToInt(ReportedFile::uploads).sum())
                .isLessThanOrEqualTo(IMAGES + IMAGES_UNDER_WAY);
        assertThat(downloads()).isLessThanOrEqualTo(IMAGES + IMAGES_UNDER_WAY);
        assertThat(spooled(server)).isEmpty();
        assertThat(scene.job(job).getString("status")).isEqualTo("FAILED");
    }

    private int delivered(long job) {
        return scene.job(job).getJsonObject("progress").getInt("images_delivered");
    }

    private int downloads() {
        return scene.deployment()
                .tapis()
                .requests()
                .list("GET", "/v3/files/content/" + scene.system() + "/")
                .size();
    }

    private static java.util.List<Path> spooled(SkyferryServer server) throws IOException {
        try (Stream<Path> files = Files.list(server.dataDir().resolve("spool"))) {
            return files.toList();
        }
    }
}
