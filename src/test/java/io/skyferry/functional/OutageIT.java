package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.SandboxServer;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A side is away, and comes back: nothing fails, everybody sees what is waited for. */
class OutageIT {
    private static final FaultEffect GONE =
            new FaultEffect.Status(502, "text/html", "<h1>502 Bad Gateway</h1>", Map.of());

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void repair() {
        scene.deployment().tapis().faults().clear();
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.deployment().webodm().server().faults().clear();
        Api.as("operator")
                .send("PUT", "/api/skyferry/hosts", "application/json", "{\"bandwidth\":{\"reset\":true}}")
                .ok();
    }

    @Test
    void aSyncWaitsForWebOdm() {
        FlightFolder flight = scene.flight("Gone").withPhotos(24);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(300);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(1)).until(() -> delivered(job) >= 2);
        SandboxServer webOdm = scene.deployment().webodm().server();
        webOdm.faults().add(Fault.on(null, "/api/", GONE));

        awaitWaitingFor(project, "WEBODM");
        assertThat(host("webodm").getString("state")).isEqualTo("AWAY");
        Instant since = Instant.parse(progress(project).getString("waiting_since"));
        // Longer than all attempts of an image last.
        await().atMost(Duration.ofMinutes(2)).until(() -> since.plusSeconds(25).isBefore(Instant.now()));
        assertThat(scene.job(job).getString("status")).isEqualTo("STARTED");
        assertThat(scene.job(job).getJsonObject("progress").getInt("images_failed"))
                .isZero();
        webOdm.faults().clear();

        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED");
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        Deliveries.assertUploadedOnce(task);
        assertThat(task.commits()).isEqualTo(1);
        assertThat(progress(project).getBoolean("running")).isFalse();
        assertThat(progress(project).getInt("images_delivered")).isEqualTo(24);
        assertThat(progress(project).getInt("retries")).isPositive();
    }

    @Test
    void aSyncThatBeginsWhileTapisIsAwayWaitsToo() {
        FlightFolder flight = scene.flight("Fog").withPhotos(3);
        long project = scene.create(flight);
        scene.deployment().tapis().faults().add(Fault.on(null, "/v3/files/", GONE));

        long job = scene.startSync(project);
        awaitWaitingFor(project, "TAPIS");
        scene.deployment().tapis().faults().clear();

        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
    }

    /** As with a full disk: it answers everything but takes no image. */
    @Test
    void aWebOdmThatTakesNothingEndsTheRunBeforeEverythingHasFailed() {
        FlightFolder flight = scene.flight("Stuffed").withPhotos(60);
        long project = scene.create(flight);
        scene.deployment()
                .webodm()
                .server()
                .faults()
                .add(Fault.on("POST", "/upload/", new FaultEffect.Status(500, "text/html", "No space", Map.of())));

        JsonObject ended = scene.sync(project);

        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("WEBODM_ERROR");
        assertThat(scene.images(project))
                .filteredOn(image -> image.getString("state").equals("LISTED"))
                .hasSizeGreaterThan(10);
        scene.deployment().webodm().server().faults().clear();
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
    }

    @Test
    void operatorsLimitTheBandwidthOfWhatRuns() {
        assertThat(scene.api().get("/api/skyferry/hosts").status()).isEqualTo(403);
        Api operator = Api.as("operator");
        assertThat(operator.send(
                                "PUT",
                                "/api/skyferry/hosts",
                                "application/json",
                                "{\"bandwidth\":{\"total\":\"fast\"}}")
                        .json()
                        .getString("code"))
                .isEqualTo("INVALID_REQUEST");
        JsonObject limited = operator.send(
                        "PUT",
                        "/api/skyferry/hosts",
                        "application/json",
                        Json.createObjectBuilder()
                                .add("bandwidth", Json.createObjectBuilder().add("download", "64K"))
                                .build()
                                .toString())
                .ok();
        assertThat(limited.getJsonObject("bandwidth").getInt("download_now")).isEqualTo(64 << 10);
        assertThat(limited.getJsonObject("bandwidth").getString("changed_by")).isEqualTo("operator@sandbox");
        long project = scene.create(scene.flight("Narrow").withPhotos(12));

        long job = scene.startSync(project);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> scene.project(project).get("progress") instanceof JsonObject seen
                        && seen.getString("slow_side", "").equals("US"));
        operator.send("PUT", "/api/skyferry/hosts", "application/json", "{\"bandwidth\":{\"reset\":true}}")
                .ok();
        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED");
    }

    private void awaitWaitingFor(long project, String side) {
        await("waiting for " + side)
                .atMost(Duration.ofMinutes(1))
                .until(() -> scene.project(project).get("progress") instanceof JsonObject seen
                        && seen.getString("waiting_for", "").equals(side));
    }

    private JsonObject host(String kind) {
        return Api.as("operator").get("/api/skyferry/hosts").list("hosts").stream()
                .filter(host -> host.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject progress(long project) {
        return scene.project(project).getJsonObject("progress");
    }

    private int delivered(long job) {
        return scene.job(job).getJsonObject("progress").getInt("images_delivered");
    }
}
