package io.skyferry.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.webodm.api.TaskReport;
import io.skyferry.transfer.testkit.Failures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebOdmTasksTest extends WebOdmFixture {
    private static final String IMPORT_URL = "tapis://s/F 1/code/images";

    private long project;
    private String task;

    @BeforeEach
    void makeATask() throws Exception {
        project = webOdm.createProject(ada(), SURVEY).id();
        task = webOdm.createTask(ada(), project, "Flight F 1", IMPORT_URL).id();
    }

    private void upload(String name) throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"images\"; filename=\"" + name + "\"\r\n\r\n" + name
                + "\r\n--b--\r\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + "/api/projects/" + project + "/tasks/" + task + "/upload/"))
                .header("Authorization", "JWT " + ada().jwt())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private TaskReport report() {
        assertThat(sandbox.tasks()).hasSize(1);
        return sandbox.tasks().get(0);
    }

    @Test
    void makesATaskThatWaitsForImages() {
        WebOdmTask made = webOdm.getTask(ada(), project, task);

        assertThat(made)
                .isEqualTo(new WebOdmTask(
                        task, "Flight F 1", TaskStatus.NONE, true, 0, IMPORT_URL, 0, "", "", false, List.of()));
        assertThat(webOdm.listTasks(ada(), project)).containsExactly(made);
        assertThat(webOdm.getProject(ada(), project).taskIds()).containsExactly(task);
    }

    @Test
    void findsTheTaskAgainWhenTheAnswerWasLost() {
        fault("POST", "/tasks/$", 1, new FaultEffect.LostAnswer());

        assertThat(Failures.of(() -> webOdm.createTask(ada(), project, "lost", "tapis://s/G"))
                        .code())
                .isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
        assertThat(webOdm.listTasks(ada(), project))
                .extracting(WebOdmTask::name)
                .contains("lost");
    }

    @Test
    void seesThatAProcessedTaskGotFurtherImages() {
        assertThat(ended(TaskStatus.COMPLETED, false, "").waitsForRestart()).isTrue();
        assertThat(ended(TaskStatus.COMPLETED, false, "node-job").waitsForRestart())
                .isFalse();
        assertThat(ended(TaskStatus.NONE, true, "").waitsForRestart()).isFalse();
        assertThat(ended(TaskStatus.RUNNING, false, "").waitsForRestart()).isFalse();
    }

    private static WebOdmTask ended(TaskStatus status, boolean partial, String nodeJob) {
        return new WebOdmTask("id", "name", status, partial, 2, IMPORT_URL, 0, "", nodeJob, false, List.of());
    }

    @Test
    void commitsOnce() throws Exception {
        upload("a.jpg");
        upload("b.jpg");

        WebOdmTask committed = webOdm.commit(ada(), project, task);

        assertThat(committed.partial()).isFalse();
        assertThat(committed.imagesCount()).isEqualTo(2);
        assertThat(webOdm.commit(ada(), project, task).imagesCount()).isEqualTo(2);
        assertThat(report().commits()).isEqualTo(1);
        assertThat(requests("POST", "/commit/$")).hasSize(1);
    }

    @Test
    void looksBeforeItCommitsAgainWhenTheAnswerWasLost() throws Exception {
        upload("a.jpg");
        upload("b.jpg");
        fault("POST", "/commit/$", 1, new FaultEffect.LostAnswer());

        WebOdmTask committed = webOdm.commit(ada(), project, task);

        assertThat(committed.partial()).isFalse();
        assertThat(committed.imagesCount()).isEqualTo(2);
        assertThat(report().commits()).isEqualTo(1);
    }

    @Test
    void commitsAgainWhenTheFirstTryDidNothing() throws Exception {
        upload("a.jpg");
        upload("b.jpg");
        fault("POST", "/commit/$", 1, answer(502, "<html>Bad Gateway</html>"));

        assertThat(webOdm.commit(ada(), project, task).partial()).isFalse();
        assertThat(report().commits()).isEqualTo(1);
    }

    @Test
    void saysHowFarWebOdmIsAndRestarts() throws Exception {
        upload("a.jpg");
        upload("b.jpg");
        webOdm.commit(ada(), project, task);
        sandbox.advance(Duration.ofMinutes(1));
        assertThat(webOdm.getTask(ada(), project, task).status()).isEqualTo(TaskStatus.COMPLETED);

        webOdm.restart(ada(), project, task);

        sandbox.advance(Duration.ofMinutes(1));
        assertThat(report().imagesPerJob()).containsExactly(2, 2);
    }

    @Test
    void saysThatATaskIsGoneAfterThreeDays() {
        sandbox.advance(Duration.ofHours(73));

        assertThat(Failures.of(() -> webOdm.getTask(ada(), project, task)).code())
                .isEqualTo(ErrorCode.WEBODM_NOT_FOUND);
        assertThat(Failures.of(() -> webOdm.commit(ada(), project, task)).code())
                .isEqualTo(ErrorCode.WEBODM_NOT_FOUND);
    }
}
