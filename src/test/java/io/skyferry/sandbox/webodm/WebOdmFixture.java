package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox whose time stands still, with alice signed in, her project and a partial task in it. */
abstract class WebOdmFixture {
    static final String PARTIAL = "{\"partial\": true, \"name\": \"flight\"}";

    @TempDir
    Path data;

    final ManualClock clock = new ManualClock();
    WebOdmSandbox sandbox;
    SandboxClient alice;
    SandboxClient bob;
    String project;
    String task;

    @BeforeEach
    void start() throws IOException {
        sandbox = WebOdmSandbox.start(options());
        alice = as("alice");
        bob = as("bob");
        project = alice.createProject("{\"name\": \"Survey\"}");
        task = alice.createTask(project, PARTIAL);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    WebOdmOptions options() {
        return Scene.options(data, clock);
    }

    SandboxClient as(String username) {
        return SandboxClient.of(sandbox, username);
    }

    HttpResponse<byte[]> upload(String... names) {
        return alice.upload(task, MultipartBody.files(names));
    }

    JsonObject taskNow() {
        return alice.getObject(task);
    }

    void finishProcessing() {
        clock.advance(Scene.PROCESSING);
    }

    void pass(double shareOfProcessing) {
        clock.advance(Duration.ofMillis((long) (Scene.PROCESSING.toMillis() * shareOfProcessing)));
    }

    TaskReport report() {
        UUID id = UUID.fromString(taskNow().getString("id"));
        return sandbox.tasks().stream()
                .filter(report -> report.task().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void assertRefused(HttpResponse<byte[]> answer, int status, String body) {
        assertThat(SandboxClient.text(answer)).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
