package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server whose disk is full, and then has room; it keeps a little of what it delivered. */
@Tag("any-database")
class DiskIT {
    private static final long STORE_BYTES = 1 << 20;
    /** More than any disk has. */
    private static final String ALL = Integer.toString(1 << 24);

    private final Scene main = Scene.withoutSignIn();
    private SkyferryServer server;

    @AfterEach
    void end() {
        server.kill();
    }

    private Scene startWithFree(String mebibytes) {
        server = Deployment.running()
                .newServerWithDatabase(
                        "disk",
                        Map.of(
                                "SKYFERRY_FREE_MIB", mebibytes,
                                "SKYFERRY_RESUME_SECONDS", "1",
                                "SKYFERRY_CONTENT_STORE_MIB", "1"));
        server.start();
        return main.at(server);
    }

    @Test
    void stopsOnAFullDiskAndGoesOnWhenThereIsRoomAndKeepsWhatItMay() throws IOException {
        Scene full = startWithFree(ALL);
        full.prefer(
                Json.createObjectBuilder().add("auto_discover_on_login", false).build());
        full.signIn();
        FlightFolder flight = full.flight("Full").withPhotos(3);
        long project = full.create(flight);
        endsWithoutSpace(full, project);
        server.stop();

        Scene roomy = startWithFree("1");
        roomy.awaitState(project, "COMPLETED");
        Deliveries.assertComplete(roomy.task(project), flight);
        Deliveries.assertUploadedOnce(roomy.task(project));

        bringsItAgainFromTheStore(roomy, project, flight);
        forgetsWhatWasNotUsedForLongest(roomy, flight);
    }

    private void endsWithoutSpace(Scene scene, long project) throws IOException {
        JsonObject ended = scene.sync(project);

        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("NO_SPACE");
        assertThat(ended.getJsonObject("error").toString()).contains("MiB left", "SKYFERRY_FREE_MIB");
        assertThat(scene.images(project))
                .hasSize(3)
                .allSatisfy(image -> assertThat(image.getString("state")).isEqualTo("LISTED"));
        assertThat(scene.downloadsAtTapis()).isZero();
        assertThat(server.dataDir().resolve("spool")).isEmptyDirectory();
    }

    private void bringsItAgainFromTheStore(Scene scene, long project, FlightFolder flight) {
        String lost = scene.task(project).task().toString();
        int downloads = scene.downloadsAtTapis();
        scene.webOdm().removeTask(project, lost);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        TaskReport task = scene.task(project);
        assertThat(task.task()).doesNotHaveToString(lost);
        Deliveries.assertComplete(task, flight);
        assertThat(scene.downloadsAtTapis()).isEqualTo(downloads);
        scene.awaitState(project, "COMPLETED");
    }

    private void forgetsWhatWasNotUsedForLongest(Scene scene, FlightFolder before) {
        assertThat(kept()).containsKeys(before.hashes().values().toArray(String[]::new));
        FlightFolder many = scene.flight("Many");
        for (int number = 1; number <= 20; number++) {
            many.with("OTHER_%02d.JPG".formatted(number));
        }
        long project = scene.create(many);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        assertThat(many.totalBytes()).isGreaterThan(STORE_BYTES);
        assertThat(kept().values().stream().mapToLong(Long::longValue).sum()).isBetween(1L, STORE_BYTES);
        assertThat(kept()).doesNotContainKeys(before.hashes().values().toArray(String[]::new));
        assertThat(many.hashes().values()).containsAll(kept().keySet());
        scene.awaitState(project, "COMPLETED");
    }

    /** Sizes by hash. */
    private Map<String, Long> kept() {
        try (Stream<Path> files = Files.list(server.dataDir().resolve("content"))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), file -> file.toFile().length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
