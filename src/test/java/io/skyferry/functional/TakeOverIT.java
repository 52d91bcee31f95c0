package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.OwnDatabase;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.sandbox.webodm.api.TaskReport;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL; one loses its database, or stands still. */
@Tag("any-database")
class TakeOverIT {
    private static final int IMAGES = 60;

    private final Deployment deployment = Deployment.running();
    private final OwnDatabase database = Deployment.ownDatabase();
    private final SkyferryServer first = server("first", database.overTheLine());
    private SkyferryServer second;

    private SkyferryServer server(String name, Map<String, String> settings) {
        Map<String, String> changes = new HashMap<>(settings);
        changes.put("SKYFERRY_NODE_NAME", name);
        return deployment.newServer("take-over-" + name, changes);
    }

    @AfterEach
    void end() {
        deployment.tapis().pace().latencyMillis(0);
        database.line().mend();
        if (first.isAlive()) {
            first.thaw();
            first.kill();
        }
        if (second != null && second.isAlive()) {
            second.kill();
        }
    }

    @Test
    void losesNothingWithoutDatabaseAndWritesNothingAfterAFreeze() {
        first.start();
        Scene scene = Scene.withoutSignIn().at(first);
        scene.signIn();
        withoutDatabase(scene);
        Map<String, String> sameKey = new HashMap<>(database.direct());
        sameKey.put(
                "SKYFERRY_SECRET_KEY_FILE",
                first.dataDir().resolve("secret.key").toString());
        second = server("second", sameKey);
        second.start();
        frozen(scene);
    }

    /** For a minute, longer than the lease: the run ends, and is continued when the database is back. */
    private void withoutDatabase(Scene scene) {
        FlightFolder flight = scene.flight("Cut").withPhotos(IMAGES);
        long project = scene.create(flight);
        deployment.tapis().pace().latencyMillis(2000);
        scene.startSync(project);
        awaitUploads(scene, project, 4);

        database.line().cut();
        Instant cut = Instant.now();
        await().atMost(Duration.ofMinutes(2)).until(() -> cut.plusSeconds(60).isBefore(Instant.now()));
        database.line().mend();
        deployment.tapis().pace().latencyMillis(0);

        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> first.isReady());
        scene.awaitState(project, "COMPLETED");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    private void frozen(Scene scene) {
        FlightFolder flight = scene.flight("Frozen").withPhotos(IMAGES);
        long project = scene.create(flight);
        deployment.tapis().pace().latencyMillis(2000);
        scene.startSync(project);
        awaitUploads(scene, project, 4);

        first.freeze();
        deployment.tapis().pace().latencyMillis(0);
        Scene throughTheSecond = scene.at(second);
        throughTheSecond.awaitState(project, "COMPLETED");
        TaskReport before = scene.task(project);
        int requests = changes().size();

        first.thaw();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> first.isReady());
        await().atMost(Duration.ofMinutes(1)).until(() -> first.readLog().contains("CLAIM_LOST"));

        assertThat(changes()).hasSize(requests);
        assertThat(scene.task(project)).isEqualTo(before);
        assertThat(before.commits()).isEqualTo(1);
        Deliveries.assertComplete(before, flight);
        assertThat(throughTheSecond.project(project).getString("state")).isEqualTo("COMPLETED");
    }

    private List<LoggedRequest> changes() {
        return deployment.webodm().server().requests().list("POST", "/api/projects/").stream()
                .filter(request -> request.status() == 200)
                .toList();
    }

    private static void awaitUploads(Scene scene, long project, int count) {
        // The sandbox may just be moving a file to its place.
        await().atMost(Duration.ofMinutes(2))
                .ignoreException(UncheckedIOException.class)
                .until(() -> scene.tasks(project).stream()
                                .mapToInt(task -> task.files().size())
                                .sum()
                        >= count);
    }
}
