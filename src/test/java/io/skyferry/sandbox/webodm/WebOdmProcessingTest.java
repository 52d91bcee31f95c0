package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import io.skyferry.sandbox.webodm.world.ProcessingNode;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a task moves with time: what starts it, what stops it, what the node works on. */
class WebOdmProcessingTest extends WebOdmFixture {

    @Test
    void goesFromNullOverRunningToCompleted() {
        upload("a.jpg", "b.jpg");

        JsonObject committed = SandboxClient.object(alice.post(task + "commit/"));
        assertThat(committed.get("status")).isEqualTo(JsonValue.NULL);
        assertThat(committed.getBoolean("partial")).isFalse();
        pass(0.1);
        assertThat(taskNow().get("status")).isEqualTo(JsonValue.NULL);
        assertThat(progress("upload_progress")).isBetween(0.1, 0.9);
        pass(0.3);
        assertThat(taskNow().getInt("status")).isEqualTo(20);
        assertThat(taskNow().getString("uuid")).isNotEmpty();
        assertThat(progress("running_progress")).isBetween(0.1, 0.5);
        pass(0.55);
        assertThat(progress("running_progress")).isBetween(0.8, 0.95);
        pass(0.05);

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(taskNow().getJsonArray("available_assets")).isNotEmpty();
        assertThat(report().imagesPerJob()).containsExactly(2);
        assertThat(report().commits()).isEqualTo(1);
    }

    private double progress(String field) {
        return taskNow().getJsonNumber(field).doubleValue();
    }

    @Test
    void startsPartialTaskOnPatchAndFailsItWithoutFiles() {
        alice.json("PATCH", task, "{\"name\": \"renamed\"}");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(30);
        assertThat(taskNow().getString("last_error")).isEqualTo("Need at least 1 file");
        assertThat(taskNow().getBoolean("partial")).isTrue();
    }

    @Test
    void startsPartialTaskOnPatchWithTheFilesSoFar() {
        upload("a.jpg", "b.jpg");
        alice.json("PATCH", task, "{\"name\": \"renamed\"}");
        finishProcessing();
        upload("c.jpg");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(20);
        assertThat(taskNow().getBoolean("partial")).isTrue();

        alice.post(task + "commit/");

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(taskNow().getInt("images_count")).isEqualTo(3);
        assertThat(report().imagesPerJob()).containsExactly(2);
    }

    @Test
    void countsImagesThatTheNodeNeverSaw() {
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        pass(0.5);
        upload("c.jpg");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(taskNow().getInt("images_count")).isEqualTo(3);
        assertThat(report().nodeImages()).isEqualTo(2);
    }

    @Test
    void doesNotReviveFailedOrCanceledTaskOnCommit() {
        upload("a.jpg", "b.jpg");
        alice.post(task + "cancel/");
        assertThat(taskNow().getInt("pending_action")).isEqualTo(1);
        finishProcessing();
        alice.post(task + "commit/");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(50);
        assertThat(report().imagesPerJob()).isEmpty();
    }

    @Test
    void startsOneJobForManyCommits() {
        upload("a.jpg", "b.jpg");
        for (int i = 0; i < 8; i++) {
            alice.post(task + "commit/");
        }
        finishProcessing();
        alice.post(task + "commit/");
        finishProcessing();

        assertThat(report().imagesPerJob()).containsExactly(2);
        assertThat(report().commits()).isEqualTo(9);
    }

    @Test
    void restartsWithTheNodesOldFiles() {
        processTwoThenAddOne(MultipartBody.files("c.jpg"));
        alice.post(task + "restart/");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(taskNow().getInt("images_count")).isEqualTo(3);
        assertThat(report().imagesPerJob()).containsExactly(2, 2);
    }

    @Test
    void restartsWithAllFilesWhenTheUuidWasCleared() {
        String firstUuid = processTwoThenAddOne(MultipartBody.files("c.jpg").field("uuid", ""));
        assertThat(taskNow().getString("uuid")).isEmpty();
        alice.post(task + "restart/");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
        assertThat(taskNow().getString("uuid")).isNotEmpty().isNotEqualTo(firstUuid);
        assertThat(report().imagesPerJob()).containsExactly(2, 3);
    }

    @Test
    void restartsWithAllFilesWhenTheNodeForgotTheTask() {
        processTwoThenAddOne(MultipartBody.files("c.jpg"));
        sandbox.nodeForgetsJobs();
        alice.post(task + "restart/");
        finishProcessing();

        assertThat(report().imagesPerJob()).containsExactly(2, 3);
    }

    @Test
    void keepsTheNodesUuidInDuplicate() {
        String uuid = processTwoThenAddOne(MultipartBody.files("c.jpg"));

        JsonObject copy = SandboxClient.object(alice.post(task + "duplicate/")).getJsonObject("task");

        assertThat(copy.getString("name")).isEqualTo("Copy of flight");
        assertThat(copy.getString("uuid")).isEqualTo(uuid);
        assertThat(sandbox.folder(1, copy.getString("id")).resolve("c.jpg")).exists();
    }

    private String processTwoThenAddOne(MultipartBody one) {
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        finishProcessing();
        alice.upload(task, one);
        return report().nodeImages() == 2 ? taskNow().getString("uuid") : "";
    }

    @Test
    void waitsForNode() {
        sandbox.node(ProcessingNode.State.OFFLINE);
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        clock.advance(Duration.ofHours(5));
        assertThat(taskNow().get("status")).isEqualTo(JsonValue.NULL);
        assertThat(taskNow().get("processing_node")).isEqualTo(JsonValue.NULL);

        sandbox.node(ProcessingNode.State.ONLINE);
        assertThat(taskNow().get("status")).isEqualTo(JsonValue.NULL);
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
    }

    @Test
    void failsWhenNodeJustDied() {
        sandbox.node(ProcessingNode.State.JUST_DIED);
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(30);
        assertThat(taskNow().getString("last_error")).startsWith("Connection error: HTTPConnectionPool");
    }

    @Test
    void failsOnNodeWithoutSayingWhyUntilRestarted() {
        sandbox.failNextJobs(1);
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        finishProcessing();
        assertThat(taskNow().getInt("status")).isEqualTo(30);
        assertThat(taskNow().get("last_error")).isEqualTo(JsonValue.NULL);

        alice.post(task + "restart/");
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
    }

    @Test
    void cannotRestartWithoutNode() {
        String manual = alice.createTask(project, "{\"partial\": true, \"auto_processing_node\": false}");
        alice.upload(manual, MultipartBody.files("a.jpg", "b.jpg"));
        alice.post(manual + "commit/");
        clock.advance(Duration.ofHours(1));
        assertThat(alice.getObject(manual).get("status")).isEqualTo(JsonValue.NULL);

        alice.post(manual + "restart/");
        finishProcessing();

        assertThat(alice.getObject(manual).getString("last_error"))
                .isEqualTo("Cannot restart a task that has no processing node");
    }

    @Test
    void deletesPartialTaskAfterThreeDays() {
        sandbox.advance(Duration.ofHours(71));
        upload("a.jpg");
        assertThat(taskNow().getBoolean("partial")).isTrue();

        sandbox.advance(Duration.ofHours(2));

        assertThat(alice.get(task).statusCode()).isEqualTo(404);
        assertThat(upload("b.jpg").statusCode()).isEqualTo(404);
        assertThat(sandbox.tasks()).isEmpty();
    }

    @Test
    void keepsCommittedTaskForever() {
        upload("a.jpg", "b.jpg");
        alice.post(task + "commit/");
        sandbox.advance(Duration.ofDays(400));

        assertThat(taskNow().getInt("status")).isEqualTo(40);
    }

    @Test
    void leavesNamelessRowBehindRefusedTask() {
        alice.json(
                "POST",
                project + "tasks/",
                "{\"partial\": true, \"options\": [{\"name\": \"dsm\", \"value\": false}]}");
        List<JsonObject> rows =
                SandboxClient.value(alice.get(project + "tasks/")).asJsonArray().getValuesAs(JsonObject.class);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).get("name")).isEqualTo(JsonValue.NULL);
        assertThat(rows.get(1).getBoolean("partial")).isFalse();
        finishProcessing();

        String orphan = project + "tasks/" + rows.get(1).getString("id") + "/";
        assertThat(alice.getObject(orphan).getInt("status")).isEqualTo(30);
        alice.post(orphan + "remove/");
        assertThat(alice.get(orphan).statusCode()).isEqualTo(404);
    }

    @Test
    void failsTaskWhosePartialIsTheWordFalse() {
        String odd = alice.createTask(project, "{\"partial\": \"false\", \"name\": \"odd\"}");
        finishProcessing();

        assertThat(alice.getObject(odd).getString("last_error")).isEqualTo("Need at least 1 file");
    }

    @Test
    void hangsInCommitWithoutBrokerButSavesIt() throws Exception {
        upload("a.jpg", "b.jpg");
        sandbox.broker(false);
        Thread commit = new Thread(() -> alice.post(task + "commit/"));
        commit.start();
        await().until(() -> !taskNow().getBoolean("partial"));
        finishProcessing();
        assertThat(taskNow().get("status")).isEqualTo(JsonValue.NULL);
        assertThat(commit.isAlive()).isTrue();

        sandbox.broker(true);
        commit.join();
        finishProcessing();

        assertThat(taskNow().getInt("status")).isEqualTo(40);
    }
}
