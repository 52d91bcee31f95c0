package io.skyferry.sandbox.tapis;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;

/** A sandbox over a small world in a temporary directory, its clock, and a client that says exactly what it sends. */
final class TapisFixture implements AutoCloseable {
    static final String CALLBACK = "http://localhost:9080/callback/";
    static final String FLIGHTS = "ptdatax.project.A-1";
    private static final String WORLD = """
            {"users": [{"username": "ada", "password": "pa"}, {"username": "grace", "password": "pg"}],
             "clients": [{"client_id": "demo", "client_key": "key", "owner": "ada", "callback_url": "%s"}],
             "systems": [
               {"id": "ptdatax.project.A-1", "owner": "ops", "readers": ["ada"], "host": "h1", "port": 22,
                "tags": ["x", "y"], "deniedPaths": ["closed"],
                "extraEntries": {"odd": [{"name": "../x"}, {"name": "a\\u0000b", "size": 7}]}},
               {"id": "ptdatax.project.B-2", "owner": "ops", "readers": ["ada", "grace"], "fileReaders": ["ada"],
                "host": "h2", "port": 2222, "description": "50%% of it_all"},
               {"id": "ada.own", "owner": "ada", "host": "h1", "created": "2026-02-01T00:00:00Z"},
               {"id": "open.data", "owner": "ops", "public": true, "enabled": false},
               {"id": "keyless", "owner": "ada", "hostCredentialMissing": true},
               {"id": "secret", "owner": "ops"}]}
            """.formatted(CALLBACK);

    final TapisSandbox tapis;
    final Path root;
    private final HttpClient client = HttpClient.newHttpClient();
    private final MovedClock clock = new MovedClock();

    TapisFixture(Path directory) throws IOException {
        Files.writeString(directory.resolve("world.json"), WORLD);
        root = Files.createDirectories(directory.resolve("systems").resolve(FLIGHTS));
        tapis = TapisSandbox.start(TapisOptions.of(directory).withClock(clock));
    }

    void pass(Duration time) {
        clock.offset = clock.offset.plus(time);
    }

    Instant now() {
        return clock.instant();
    }

    /** Makes a file of this size below the system's root, with all directories above it. */
    Path file(String path, int size) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + size);
        }
        return Files.write(file, bytes);
    }

    HttpResponse<String> get(String user, String path, String... headers) {
        return send(as(user, request(path, headers)));
    }

    JsonObject json(String user, String path, String... headers) {
        HttpResponse<String> answer = get(user, path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    HttpResponse<String> post(String user, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(as(user, type == null ? request : request.setHeader("Content-Type", type)));
    }

    HttpResponse<String> postJson(String user, String path, String body, String... headers) {
        return post(user, path, "application/json", body, headers);
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(tapis.baseUrl() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder as(String user, HttpRequest.Builder request) {
        return user == null ? request : request.setHeader("X-Tapis-Token", tapis.accessToken(user));
    }

    static String basic(String id, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        tapis.close();
    }

    private static final class MovedClock extends Clock {
        private volatile Duration offset = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
