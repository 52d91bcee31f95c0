package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.OperatorConsole;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators and owners see of jobs, and what they can do to them. */
class ConsoleIT {
    private static final byte[] NO_JPEG = "this is no photo, but as long as one would have been".getBytes();

    private final Scene scene = Scene.signedIn();
    private final Api operator = Api.as("operator");

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void aFailingSyncIsFoundUnderstoodRepairedAndRestarted() {
        FlightFolder flight = scene.flight("Broken").withPhotos(12).put("IMG_0005.JPG", NO_JPEG);
        long project = scene.create(flight);
        scene.sync(project);

        JsonObject found = operator.get("/api/skyferry/jobs?state=ATTENTION&owner=" + owner())
                .list("jobs")
                .get(0);
        assertThat(found.getString("outcome")).contains("1 image was not brought");
        JsonObject job = operator.get("/api/skyferry/jobs/" + id(found)).ok().getJsonObject("job");
        JsonObject image = operator.get("/api/skyferry/projects/" + job.getInt("project_id") + "/images?state=REFUSED")
                .list("images")
                .get(0);
        assertThat(image.getString("name")).isEqualTo("IMG_0005.JPG");
        assertThat(image.getJsonObject("error").getString("code")).isEqualTo("NOT_WHOLE_JPEG");

        flight.put("IMG_0005.JPG", FlightFolder.photo("repaired"));
        assertThat(keeps(job, "restart"))
                .contains("11 images that are delivered stay so", "1 image is still to be brought");
        long restarted = operator.post("/api/skyferry/jobs/" + id(found) + "/restart")
                .ok()
                .getJsonNumber("job_id")
                .longValue();

        assertThat(restarted).isNotEqualTo(id(found));
        assertThat(scene.awaitEnd(restarted).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        JsonObject old = scene.job(id(found));
        assertThat(old.getString("state")).isEqualTo("ATTENTION");
        assertThat(old.getJsonNumber("superseded_by").longValue()).isEqualTo(restarted);
        assertThat(old.getJsonObject("error").getString("code")).isEqualTo("IMAGES_MISSING");
        assertThat(actions(old)).isEmpty();
        assertRefused(operator.post("/api/skyferry/jobs/" + id(found) + "/restart"), "ATTENTION", "Job " + restarted);
    }

    @Test
    void aStoppedSyncShowsItsPartitionsAndIsRestartedByItsOwner() {
        FlightFolder flight = scene.flight("Paused").withPhotos(40);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(700);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> scene.job(job).getJsonObject("progress").getInt("images_delivered") >= 10);
        JsonObject running = scene.job(job);
        assertThat(running.getString("state")).isEqualTo("RUNNING");
        assertThat(actions(running)).containsExactly("stop");
        assertThat(partitions(running)).hasSize(4);
        assertRefused(scene.api().post("/api/skyferry/jobs/" + job + "/restart"), "RUNNING", "Allowed now: stop");
        assertRefused(operator.send("DELETE", "/api/skyferry/jobs/" + job, null, null), "RUNNING", "stop");
        assertRefused(operator.post("/api/skyferry/jobs/" + job + "/abandon"), "RUNNING", "stop");

        scene.api().post("/api/skyferry/jobs/" + job + "/stop").ok();

        JsonObject stopped = scene.awaitEnd(job);
        assertThat(stopped.getString("state")).isEqualTo("STOPPED");
        assertThat(actions(stopped)).containsExactly("restart");
        scene.deployment().tapis().pace().latencyMillis(0);
        long restarted = scene.api()
                .post("/api/skyferry/jobs/" + job + "/restart")
                .ok()
                .getJsonNumber("job_id")
                .longValue();
        assertThat(scene.awaitEnd(restarted).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(partitions(scene.job(restarted)))
                .allSatisfy(partition -> assertThat(
                                partition.getJsonObject("counters").getInt("write"))
                        .isPositive())
                .allSatisfy(partition -> assertThat(partition.get("checkpoint")).isInstanceOf(JsonString.class));
    }

    @Test
    void anOperatorGivesAJobUp() {
        long job = stoppedJob("Given");

        assertThat(scene.api().post("/api/skyferry/jobs/" + job + "/abandon").status())
                .isEqualTo(403);
        operator.post("/api/skyferry/jobs/" + job + "/abandon").ok();

        assertThat(scene.job(job).getString("state")).isEqualTo("ABANDONED");
        assertRefused(operator.post("/api/skyferry/jobs/" + job + "/restart"), "ABANDONED", "Allowed now: purge");
        assertThat(libertysStatus(job)).contains("ABANDONED");
    }

    private long stoppedJob(String flight) {
        long project = scene.create(scene.flight(flight).withPhotos(12));
        scene.deployment().tapis().pace().latencyMillis(700);
        long job = scene.startSync(project);
        scene.api().post("/api/skyferry/jobs/" + job + "/stop").ok();
        scene.awaitEnd(job);
        scene.deployment().tapis().pace().latencyMillis(0);
        return job;
    }

    @Test
    void purgingKeepsEverythingButTheJob() throws Exception {
        FlightFolder flight = scene.flight("Kept").withPhotos(3);
        long project = scene.create(flight);
        long job = id(scene.sync(project));
        long other = id(scene.sync(project));
        assertThat(logFiles(job)).isNotEmpty();

        assertThat(scene.api()
                        .send("DELETE", "/api/skyferry/jobs/" + job, null, null)
                        .status())
                .isEqualTo(403);
        operator.send("DELETE", "/api/skyferry/jobs/" + job, null, null).ok();

        assertThat(operator.get("/api/skyferry/jobs/" + job).status()).isEqualTo(404);
        assertThat(libertysStatus(job)).doesNotContain("COMPLETED");
        assertThat(logFiles(job)).isEmpty();
        assertThat(scene.job(other).getString("state")).isEqualTo("COMPLETED");
        assertThat(libertysStatus(other)).contains("COMPLETED");
        assertThat(logFiles(other)).isNotEmpty();
        assertThat(scene.images(project)).hasSize(3);
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("NOTHING_TO_DO");
    }

    @Test
    void oldJobsArePurgedTogether() {
        long project = scene.create(scene.flight("Old").withPhotos(2));
        long job = id(scene.sync(project));

        assertThat(purge(scene.api(), 0).status()).isEqualTo(403);
        assertThat(purge(operator, -1).status()).isEqualTo(400);
        assertThat(purge(operator, 1).ok().getInt("purged")).isZero();
        assertThat(scene.job(job).getString("state")).isEqualTo("COMPLETED");
        assertThat(purge(operator, 0).ok().getInt("purged")).isPositive();

        assertThat(scene.api().get("/api/skyferry/jobs/" + job).status()).isEqualTo(404);
        assertThat(scene.project(project).getString("state")).isNotEqualTo("NEEDS_ATTENTION");
    }

    private static Reply purge(Api caller, int days) {
        return caller.post(
                "/api/skyferry/jobs/purge",
                Json.createObjectBuilder().add("older_than_days", days).build());
    }

    @Test
    void aListIsFilteredCountedAndPaged() {
        long project = scene.create(scene.flight("Listed").withPhotos(2));
        List<Long> jobs =
                Stream.generate(() -> id(scene.sync(project))).limit(3).toList();
        String mine = "/api/skyferry/jobs?owner=" + owner();

        Reply first = scene.api().get("/api/skyferry/jobs?limit=2");
        assertThat(first.list("jobs")).extracting(ConsoleIT::id).containsExactly(jobs.get(2), jobs.get(1));
        assertThat(first.ok().getJsonObject("counts").getInt("COMPLETED")).isEqualTo(3);
        String next = first.http().headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
        assertThat(scene.api().get(next).list("jobs")).extracting(ConsoleIT::id).containsExactly(jobs.get(0));
        assertThat(scene.api().get(next).ok().isNull("next")).isTrue();
        assertThat(operator.get(mine + "&state=FAILED&state=COMPLETED&name=sync-flight&q=LISTED&project=" + project)
                        .list("jobs"))
                .hasSize(3);
        assertThat(operator.get(mine + "&state=FAILED").list("jobs")).isEmpty();
        assertThat(operator.get(mine + "&since=2999-01-01T00:00:00Z").list("jobs"))
                .isEmpty();
        assertThat(operator.get(mine + "&system=" + scene.system()).list("jobs"))
                .hasSize(3);
        assertThat(operator.get(mine + "&state=TIRED").json().getString("detail"))
                .contains("'state'");
    }

    @Test
    void aStrangerSeesAndMovesNothing() {
        long job = id(scene.sync(scene.create(scene.flight("Private").withPhotos(2))));
        Api stranger = Scene.signedIn().api();

        for (String path : List.of("", "/log")) {
            assertThat(stranger.get("/api/skyferry/jobs/" + job + path).status())
                    .isEqualTo(404);
        }
        for (String action : List.of("stop", "restart", "abandon")) {
            assertThat(stranger.post("/api/skyferry/jobs/" + job + "/" + action).status())
                    .isEqualTo(404);
        }
        assertThat(stranger.send("DELETE", "/api/skyferry/jobs/" + job, null, null)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/skyferry/runs-grid").list("flights")).isEmpty();
        assertThat(stranger.get("/api/skyferry/summary")
                        .ok()
                        .getJsonObject("jobs")
                        .getInt("COMPLETED"))
                .isZero();
    }

    @Test
    void gridSummaryAndLogTellOfARun() {
        long project = scene.create(scene.flight("Told").withPhotos(10));
        long job = id(scene.sync(project));

        JsonObject row = operator.get("/api/skyferry/runs-grid?flights=200").list("flights").stream()
                .filter(flight -> flight.getInt("project_id") == project)
                .findFirst()
                .orElseThrow();
        assertThat(row.getJsonArray("runs").getJsonObject(0).getInt("job_id")).isEqualTo((int) job);
        assertThat(row.getString("flight_name")).isEqualTo("Told");
        assertThat(scene.api()
                        .get("/api/skyferry/summary")
                        .ok()
                        .getJsonObject("last_day")
                        .getInt("COMPLETED"))
                .isEqualTo(1);

        String tail = scene.api().get("/api/skyferry/jobs/" + job + "/log").text();
        assertThat(tail).contains("Plan for project").doesNotContain("<ns2:");
        assertThat(tail.lines().filter(line -> line.startsWith("20")).map(line -> line.substring(0, 24)))
                .isSorted()
                .hasSizeGreaterThan(5);
        assertThat(scene.api()
                        .get("/api/skyferry/jobs/" + job + "/log?tail=3")
                        .text()
                        .lines())
                .hasSize(3);
        Reply download = scene.api().get("/api/skyferry/jobs/" + job + "/log?download");
        assertThat(download.http().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("job-" + job + ".log"));
        assertThat(download.text()).contains("===== part.1.log =====", "===== transfer/0/part.1.log =====", "<ns2:");
    }

    private String owner() {
        return scene.username() + "@sandbox";
    }

    private String libertysStatus(long job) {
        return OperatorConsole.of(scene.deployment().server())
                .get("/ibm/api/batch/jobexecutions/" + job)
                .body();
    }

    private List<Path> logFiles(long job) throws Exception {
        try (Stream<Path> files =
                Files.walk(scene.deployment().server().logDirectory().resolve("joblogs/sync-flight"))) {
            return files.filter(file -> file.toString().contains("execution." + job + "/"))
                    .toList();
        }
    }

    private static long id(JsonObject job) {
        return job.getJsonNumber("job_id").longValue();
    }

    private static List<String> actions(JsonObject job) {
        return job.getJsonArray("allowed").getValuesAs(JsonObject.class).stream()
                .map(action -> action.getString("action"))
                .toList();
    }

    private static String keeps(JsonObject job, String action) {
        return job.getJsonArray("allowed").getValuesAs(JsonObject.class).stream()
                .filter(allowed -> allowed.getString("action").equals(action))
                .map(allowed -> allowed.getString("keeps"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> partitions(JsonObject job) {
        return job.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getString("name").equals("transfer"))
                .flatMap(step -> step.getJsonArray("partitions").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private static void assertRefused(Reply reply, String... words) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().getString("code")).isEqualTo("CONFLICT");
        assertThat(reply.json().getString("detail")).contains(words);
    }
}
