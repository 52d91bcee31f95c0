package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.SkyferryServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server with a wrong setting does not work, and says which one it is. */
@Tag("any-database")
class WrongSettingIT {
    private static final Map<String, String> WRONG = Map.of("SKYFERRY_WEBODM_AUTH", "magic");
    private static final String LINE =
            "SKYFERRY_WEBODM_AUTH must be one of signing-key, linked, service, but is 'magic'";

    @Test
    void theScriptNamesItAndStartsNothing() throws Exception {
        SkyferryServer server = Deployment.running().newServer("wrong-script", WRONG);

        Process process = server.launch(List.of("scripts/server", "run"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(server.readLog()).isEqualTo(LINE + "\n");
    }

    @Test
    void theServerItselfNamesItAndIsNeverReady() {
        SkyferryServer server = Deployment.running()
                .newServer(
                        "wrong-server",
                        Map.of(
                                "SKYFERRY_WEBODM_AUTH",
                                "magic",
                                "WLP_OUTPUT_DIR",
                                Path.of("target/it/wrong-server-output")
                                        .toAbsolutePath()
                                        .toString()));
        Process process =
                server.launch(List.of(Path.of("target/liberty/wlp/bin/server").toString(), "run", "skyferry"));
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> server.readLog().contains("CWWKZ0002E"));

            assertThat(server.readLog()).contains(LINE);
            assertThat(server.isReady()).isFalse();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
