package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Audits;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is somebody else's, or needs a role, is refused, and the attempt is in the audit trail. */
class AuditIT {
    private static Scene owner;
    private static Scene stranger;
    private static long project;
    private static long job;

    @BeforeAll
    static void syncAProject() {
        owner = Scene.signedIn();
        stranger = Scene.signedIn();
        project = owner.create(owner.flight("Mine").withPhotos(2));
        job = owner.sync(project).getJsonNumber("job_id").longValue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tapis-storage/sync-project-images/, POST /tapis-storage/sync-project-images, PROJECT_NOT_FOUND",
        "/api/skyferry/projects/PROJECT/retry-failed, POST /skyferry/projects/{id}/retry-failed PROJECT,"
                + " PROJECT_NOT_FOUND",
        "/api/skyferry/projects/PROJECT/process-without-failed,"
                + " POST /skyferry/projects/{id}/process-without-failed PROJECT, PROJECT_NOT_FOUND",
        "/api/skyferry/jobs/JOB/stop, POST /skyferry/jobs/{id}/stop JOB, JOB_NOT_FOUND",
    })
    void aStrangersAttemptIsRecorded(String path, String event, String code) {
        Audits before = Audits.read();
        String body = path.endsWith("images/") ? Bodies.project(project).toString() : null;

        Reply reply = stranger.api().send("POST", filled(path), "application/json", body);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("code")).isEqualTo(code);
        assertThat(Audits.lines(Audits.since(before)))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(stranger.username() + "@sandbox " + filled(event))
                        .endsWith(code));
        assertThat(owner.project(project).getJsonObject("images").getInt("delivered"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/skyferry/oauth-clients",
                "POST /api/skyferry/oauth-clients/register",
                "PUT /api/skyferry/oauth-clients/skyferry-demo",
                "DELETE /api/skyferry/oauth-clients/skyferry-demo"
            })
    void whatNeedsARoleIsRefusedAndRecorded(String call) {
        Audits before = Audits.read();
        String[] parts = call.split(" ");

        Reply reply =
                stranger.api().send(parts[0], parts[1], "application/json", parts[0].equals("DELETE") ? null : "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().getString("code")).isEqualTo("FORBIDDEN");
        assertThat(Audits.lines(Audits.since(before)))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(stranger.username() + "@sandbox " + parts[0] + " /skyferry/oauth-clients")
                        .endsWith("FORBIDDEN"));
        assertThat(Api.as("operator").get("/api/skyferry/audit").status()).isEqualTo(403);
        assertThat(stranger.api().get("/api/skyferry/audit").status()).isEqualTo(403);
    }

    @Test
    void recordsWhatSucceedsToo() {
        Audits before = Audits.read();
        owner.api().post("/api/tapis-storage/sync-project-images/", Bodies.project(project));
        owner.signIn();

        assertThat(Audits.lines(Audits.since(before)))
                .anyMatch(line -> line.startsWith(owner.username() + "@sandbox POST /tapis-storage/sync-project-images")
                        && line.endsWith("OK"))
                .anyMatch(line ->
                        line.startsWith(owner.username() + "@sandbox POST /skyferry/sign-in") && line.endsWith("OK"));
    }

    @Test
    void strangersWithoutANameCannotFillIt() {
        Audits before = Audits.read();
        for (int i = 0; i < 60; i++) {
            Api.anonymous().post("/api/oauth2/tapis/authorize/no-such-client/");
            Api.anonymous().post("/api/skyferry/device-sign-in/poll", Bodies.systems());
            Api.anonymous().get("/api/oauth2/tapis/callback/?state=x" + i);
        }

        assertThat(Audits.lines(Audits.since(before))).hasSizeLessThanOrEqualTo(12);
        // Another test may have had the row of this minute.
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    Api.anonymous().post("/api/oauth2/tapis/authorize/no-such-client/");
                    return Audits.lines(Audits.since(before)).stream()
                            .anyMatch(line -> line.startsWith("nobody POST /oauth2/tapis/authorize/{client_id}"));
                });
    }

    private static String filled(String text) {
        return text.replace("PROJECT/", project + "/")
                .replace("} PROJECT", "} " + project)
                .replace(" PROJECT", " " + project)
                .replace("JOB", Long.toString(job));
    }
}
