package io.skyferry.sandbox.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays recordings of a real WebODM 3.2.4 against the sandbox: status, headers that clients see, the shape of the
 * answer, and word for word what is refused and what is created.
 */
class WebOdmContractTest {
    private static final List<String> COMPARED_HEADERS = List.of(
            "Server",
            "Connection",
            "Vary",
            "Content-Language",
            "Content-Type",
            "Allow",
            "X-Groups-Count",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers");
    private static final Set<String> ECHOED = Set.of(
            "name",
            "description",
            "tags",
            "public",
            "partial",
            "pending_action",
            "resize_to",
            "options",
            "auto_processing_node",
            "owned");

    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();

    static Stream<Recording> recordings() throws IOException {
        return Recording.table()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Recording::find)
                .flatMap(Optional::stream);
    }

    @Test
    void enoughRecordingsAreHere() throws IOException {
        assertThat(recordings().count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void answersAsRecorded(Recording recording) throws IOException {
        WebOdmOptions options = Scene.options(data, clock).withFlavour(recording.flavour());
        try (WebOdmSandbox sandbox = WebOdmSandbox.start(options)) {
            Scene scene = Scene.prepare(recording.scene(), sandbox, clock);
            HttpResponse<byte[]> answer = replay(recording, scene, sandbox);

            assertThat(answer.statusCode()).as(SandboxClient.text(answer)).isEqualTo(recording.status());
            compareHeaders(recording, scene, answer);
            compareBody(recording, answer);
        }
    }

    private HttpResponse<byte[]> replay(Recording recording, Scene scene, WebOdmSandbox sandbox) {
        Caller caller = new Caller(recording.caller(), sandbox, clock);
        SandboxClient client = caller.client();
        recording.header("Origin").ifPresent(origin -> client.with("Origin", origin));
        recording
                .header("Access-Control-Request-Method")
                .ifPresent(method -> client.with("Access-Control-Request-Method", method));
        String path = scene.here(recording.path());
        if (path.contains("<redacted>")) {
            path = path.replace("<redacted>", caller.token());
        }
        String password = recording.caller().equals("right-password") ? "alice-password" : "<redacted>";
        byte[] body = recording.body(password);
        if (recording.chunked()) {
            return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                    .header("Authorization", "JWT " + caller.token())
                    .header("Content-Type", recording.contentType())
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build());
        }
        return client.send(recording.method(), path, recording.contentType(), body);
    }

    private static void compareHeaders(Recording recording, Scene scene, HttpResponse<byte[]> answer) {
        recording.responseHeaders().forEach((name, value) -> {
            String recorded = ((JsonString) value).getString();
            Optional<String> answered = answer.headers().firstValue(name);
            if (COMPARED_HEADERS.contains(name)) {
                assertThat(answered).as(name).hasValue(recorded);
            } else if (name.equals("Location")) {
                assertThat(answered).hasValue(scene.here(recorded));
            } else if (name.equals("Content-Disposition")) {
                assertThat(utf8(answered.orElse("")).replace("Flight-1-", "oneshot-"))
                        .isEqualTo(recorded);
            }
        });
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        assertThat(length).as("Content-Length").isEqualTo(length < 0 ? -1 : lengthOf(recording, answer));
    }

    /** The answer to HEAD has a length, but no body. */
    private static long lengthOf(Recording recording, HttpResponse<byte[]> answer) {
        return recording.method().equals("HEAD")
                ? answer.headers().firstValueAsLong("Content-Length").orElse(0)
                : answer.body().length;
    }

    private static String utf8(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void compareBody(Recording recording, HttpResponse<byte[]> answer) {
        JsonValue recorded = recording.response().get("json");
        if (recorded == null) {
            return;
        }
        JsonValue answered = SandboxClient.value(answer);
        if (recording.status() >= 400) {
            assertThat(answered).isEqualTo(recorded);
            return;
        }
        assertThat(Shape.differences(recorded, answered)).isEmpty();
        if (recording.status() == 201) {
            compareEchoed(recorded.asJsonObject(), answered.asJsonObject());
        }
    }

    private static void compareEchoed(JsonObject recorded, JsonObject answered) {
        for (String field : ECHOED) {
            assertThat(answered.get(field)).as(field).isEqualTo(recorded.get(field));
        }
    }
}
