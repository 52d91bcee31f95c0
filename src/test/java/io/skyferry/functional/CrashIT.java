package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.CrashReport;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.webodm.api.TaskReport;
import io.skyferry.sandbox.webodm.api.TaskReport.ReportedFile;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The server is killed at random moments of a sync, some of them while it recovers from the kill before, and every byte
 * is compared afterwards. {@code -Dskyferry.crash.kills} says how many kills, {@code -Dskyferry.crash.seed} repeats a run.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("skyferry.crash.kills", 3);
    private static final long SEED = Long.getLong("skyferry.crash.seed", System.nanoTime());
    private static final int IMAGES = 40;
    /** Four partitions, each with eight images. An image is under way until it is written down. */
    private static final int IMAGES_UNDER_WAY = 32;

    private static final int JITTER_MICROS = 30_000;

    private final Random random = new Random(SEED);
    private final Scene scene = Scene.signedIn();
    private final SkyferryServer server = scene.deployment().server();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void everyImageArrivesOnceWheneverTheServerIsKilled() throws IOException {
        System.out.println("Crash test: " + KILLS + " kills, seed " + SEED + " (-Dskyferry.crash.seed=)");
        int requests = requestsOfAWholeSync();
        CrashReport report = new CrashReport(KILLS);
        for (int round = 1; report.isUnfinished(); round++) {
            FlightFolder flight = scene.flight("Crash_" + round).withPhotos(IMAGES);
            long project = scene.create(flight);
            int kills = 1 + random.nextInt(Math.min(3, report.killsLeft()));
            startSlowly(project);
            for (int kill = 1; kill <= kills; kill++) {
                int moment = 1 + random.nextInt(requests);
                killAt(moment);
                report.killed(round, moment, requests, uploads());
                server.start();
            }
            scene.awaitState(project, "COMPLETED");
            assertWhole(project, flight, kills);
            int sent = scene.task(project).files().stream()
                    .mapToInt(ReportedFile::uploads)
                    .sum();
            report.compared(IMAGES, kills, fetches(flight) - IMAGES, sent - IMAGES);
        }
        report.print();
    }

    private int requestsOfAWholeSync() {
        FlightFolder flight = scene.flight("Undisturbed").withPhotos(IMAGES);
        long project = scene.create(flight);
        startSlowly(project);
        scene.awaitState(project, "COMPLETED");
        return requests();
    }

    private void startSlowly(long project) {
        scene.deployment().tapis().pace().latencyMillis(60);
        scene.deployment().tapis().requests().clear();
        scene.deployment().webodm().server().requests().clear();
        scene.startSync(project);
    }

    /** Requests for the flight's files and its task, since the sync was started. */
    private int requests() {
        return scene.deployment()
                        .tapis()
                        .requests()
                        .list("GET", "/v3/files/.*" + scene.system())
                        .size()
                + uploads()
                + scene.deployment()
                        .webodm()
                        .server()
                        .requests()
                        .list("POST", "/commit/")
                        .size();
    }

    private int uploads() {
        return scene.deployment()
                .webodm()
                .server()
                .requests()
                .list("POST", "/upload/")
                .size();
    }

    /** Kills when so many requests more have come, a little later, or when none comes any more. */
    private void killAt(int moment) {
        int before = requests();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(() -> requests() >= before + moment || committed());
        LockSupport.parkNanos(random.nextInt(JITTER_MICROS) * 1000L);
        server.kill();
    }

    private boolean committed() {
        return !scene.deployment()
                .webodm()
                .server()
                .requests()
                .list("POST", "/commit/")
                .isEmpty();
    }

    private void assertWhole(long project, FlightFolder flight, int kills) throws IOException {
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        assertThat(task.commits()).isEqualTo(1);
        assertThat(task.imagesPerJob()).containsExactly(IMAGES);
        assertThat(task.files().stream().mapToInt(ReportedFile::uploads).sum())
                .isLessThanOrEqualTo(IMAGES + kills * IMAGES_UNDER_WAY);
        assertThat(fetches(flight)).isLessThanOrEqualTo(IMAGES + kills * IMAGES_UNDER_WAY);
        assertThat(ledger(project)).isEqualTo(flight.hashes());
        assertThat(spooled()).isEmpty();
    }

    private int fetches(FlightFolder flight) {
        return scene.deployment()
                .tapis()
                .requests()
                .list("GET", "/v3/files/content/" + scene.system() + "/" + flight.name() + "/")
                .size();
    }

    /** What the ledger says was delivered: hashes by name. */
    private Map<String, String> ledger(long project) {
        Map<String, String> delivered = new TreeMap<>();
        for (JsonObject image : scene.images(project)) {
            assertThat(image.getString("state")).isEqualTo("DELIVERED");
            delivered.put(image.getString("name"), image.getString("sha256"));
        }
        return delivered;
    }

    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(server.dataDir().resolve("spool"))) {
            return files.toList();
        }
    }
}
