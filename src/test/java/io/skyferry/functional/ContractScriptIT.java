package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.skyferry.functional.kit.CommandRun;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's whole workflow, by a script that knows nothing but curl. */
@Tag("any-database")
class ContractScriptIT {
    /** Where the sandbox's client has browsers sent back to. */
    private static final String KNOWN_TO_TAPIS = "http://localhost:9080";

    @TempDir
    private Path home;

    @Test
    void goesFromSignInToAProcessedProject() throws IOException {
        assumeTrue(hasCurl(), "curl is not installed: the script of curl calls was not run");
        Scene scene = Scene.withoutSignIn();
        FlightFolder flight = scene.flight("Curled").withPhotos(3);
        SkyferryServer server = scene.deployment().newServer("contract", Map.of("SKYFERRY_PUBLIC_URL", KNOWN_TO_TAPIS));
        server.start();
        try {
            String there = "localhost:" + server.url("/").getPort();
            Files.writeString(home.resolve(".curlrc"), "connect-to = \"localhost:9080:" + there + "\"\n");

            CommandRun run = CommandRun.run(
                    Map.of("TAPIS_PASSWORD", Deployment.password(scene.username()), "CURL_HOME", home.toString()),
                    "",
                    "contract",
                    KNOWN_TO_TAPIS,
                    "skyferry-demo",
                    scene.username());

            assertThat(run.exit()).as(run.output() + run.errors()).isZero();
            assertThat(run.output()).endsWith("All done.\n");
            long project = scene.webOdm()
                    .listProjects()
                    .getJsonObject(0)
                    .getJsonNumber("id")
                    .longValue();
            Deliveries.assertComplete(scene.task(project), flight);
        } finally {
            server.kill();
        }
    }

    private static boolean hasCurl() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "curl")));
    }
}
