package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.OwnAuthority;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Tapis and most WebODMs are reached by https only. */
@Tag("any-database")
class HttpsIT {
    @TempDir
    private Path directory;

    @Test
    void theMainJobGoesOverHttps() {
        Deployment deployment = Deployment.running();
        OwnAuthority authority = OwnAuthority.make(directory);
        SkyferryServer server = deployment.newServerWithDatabase(
                "https",
                Map.of(
                        "WO_TAPIS_BASE_URL",
                                authority.inFrontOf(deployment.tapis().baseUrl()),
                        "SKYFERRY_WEBODM_URL",
                                authority.inFrontOf(deployment.webodm().baseUrl()),
                        "JVM_ARGS", "-XX:TieredStopAtLevel=1 " + authority.javaOptions()));
        server.start();
        try {
            Scene scene = Scene.withoutSignIn().at(server);
            scene.signIn();
            FlightFolder flight = scene.flight("Sealed").withPhotos(2);
            long project = scene.create(flight);

            assertThat(scene.sync(project).getString("status")).isEqualTo("COMPLETED");
            assertThat(scene.project(project).getString("state")).isIn("COMMITTED", "PROCESSING", "COMPLETED");
        } finally {
            server.kill();
        }
    }
}
