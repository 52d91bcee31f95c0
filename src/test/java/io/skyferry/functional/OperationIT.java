package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.OperatorConsole;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever operates the server looks at. */
class OperationIT {
    private static final String INSTANCES = "/ibm/api/batch/jobinstances?pageSize=1000";

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void isHealthy(String path) {
        Reply reply = Api.anonymous().get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void hasMetrics() {
        Reply reply = Api.anonymous().get("/metrics");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("memory_usedHeap_bytes");
    }

    @Test
    void describesItsCalls() {
        Reply reply = Api.anonymous().get("/openapi");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .contains(
                        "/api/tapis-storage/systems",
                        "/api/tapis-storage/discover-flights",
                        "/api/tapis-storage/create-projects",
                        "/api/tapis-storage/flight-projects",
                        "/api/tapis-storage/sync-project-images",
                        "/api/skyferry/jobs/{id");
    }

    @Test
    void showsItsJobsToTheOperatorOfLibertysBatch() {
        Scene scene = Scene.signedIn();
        long project = scene.create(scene.flight("Operated").withPhotos(2));
        long job = scene.sync(project).getJsonNumber("job_id").longValue();
        SkyferryServer server = scene.deployment().server();

        HttpResponse<String> instances = OperatorConsole.of(server).get(INSTANCES);

        assertThat(instances.statusCode()).isEqualTo(200);
        assertThat(instances.body()).contains("sync-flight", "COMPLETED");
        HttpResponse<String> execution = OperatorConsole.of(server).get("/ibm/api/batch/jobexecutions/" + job);
        assertThat(execution.statusCode()).isEqualTo(200);
        assertThat(execution.body()).contains("\"exitStatus\": \"COMMITTED\"");
    }

    @Test
    void showsLibertysBatchToNobodyElse() {
        SkyferryServer server = Scene.withoutSignIn().deployment().server();

        assertThat(OperatorConsole.withoutPassword(server).get(INSTANCES).statusCode())
                .isEqualTo(401);
        assertThat(OperatorConsole.as(server, "operator", "wrong")
                        .get(INSTANCES)
                        .statusCode())
                .isEqualTo(401);
        assertThat(OperatorConsole.as(server, "skyferry-batch", "")
                        .get(INSTANCES)
                        .statusCode())
                .isEqualTo(401);
    }
}
