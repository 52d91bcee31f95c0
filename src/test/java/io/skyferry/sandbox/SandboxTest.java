package io.skyferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final Path WORLD = Path.of("src", "sandbox", "world");

    @TempDir
    Path directory;

    @Test
    void servesTheCommittedWorldUntilItIsToldToEnd() throws Exception {
        Path ready = directory.resolve("ready.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.skyferry.sandbox.Sandbox",
                        "--world",
                        WORLD.toString(),
                        "--ready-file",
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(ready) || !process.isAlive());
            String address = address(ready);
            assertThat(get(address + "/v3/tenants/sandbox").body()).contains(address);

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> get(address + "/v3/tenants")).isInstanceOf(ConnectException.class);
            assertThat(Files.readString(directory.resolve("output"))).contains("tapis " + address);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void letsAdaSeeBothSystemsAndGraceOne() throws Exception {
        try (TapisSandbox tapis = TapisSandbox.start(TapisOptions.of(WORLD))) {
            assertThat(systems(tapis, "ada"))
                    .contains("PTDATAX-284", "PTDATAX-291")
                    .doesNotContain("ada.work");
            assertThat(systems(tapis, "grace")).contains("PTDATAX-291").doesNotContain("PTDATAX-284");
            assertThat(get(
                                    tapis.baseUrl() + "/v3/files/ops/ptdatax.project.PTDATAX-291/Seneca/code/images",
                                    "X-Tapis-Token",
                                    tapis.accessToken("grace"))
                            .body())
                    .contains("IMG_0446.jpg");
        }
    }

    private static String systems(TapisSandbox tapis, String user) throws Exception {
        String query = "?listType=ALL&search=id.like.ptdatax.project.*";
        return get(tapis.baseUrl() + "/v3/systems" + query, "X-Tapis-Token", tapis.accessToken(user))
                .body();
    }

    private static String address(Path ready) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(ready))) {
            return reader.readObject().getString("tapis");
        }
    }

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
