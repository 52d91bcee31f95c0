package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sends requests and reads answers. Every method returns the answer's document when {@code success} is true and throws
 * {@link CommandFailure} otherwise. Nothing is sent twice. Thread-safe.
 */
public final class ApiClient {
    private static final Duration QUICK = Duration.ofSeconds(60);
    /** A scan asks Tapis for each directory of each system before it answers. */
    private static final Duration SCAN = Duration.ofMinutes(30);

    private final HttpClient http;
    private final URI server;
    private final Identity identity;

    private ApiClient(HttpClient http, URI server, Identity identity) {
        this.http = http;
        this.server = server;
        this.identity = identity;
    }

    public static ApiClient open(Route route, Identity identity) {
        return new ApiClient(route.client(), route.server(), identity);
    }

    /** Where it is, without a slash at the end. */
    public URI server() {
        return server;
    }

    /** Whether what is sent could be read on the way. */
    public boolean isReadableOnTheWay() {
        return "http".equalsIgnoreCase(server.getScheme()) && !Loopback.isLoopback(server);
    }

    /** Whether each request carries a Tapis access token. */
    public boolean sendsTapisToken() {
        return identity.isTapisToken();
    }

    public JsonObject get(String path) {
        return send(request(path, QUICK).GET());
    }

    public JsonObject post(String path, JsonObject body) {
        return sendBody("POST", path, QUICK, body);
    }

    /** A POST that may take as long as a scan of all systems. */
    public JsonObject postScan(String path, JsonObject body) {
        return sendBody("POST", path, SCAN, body);
    }

    public JsonObject put(String path, JsonObject body) {
        return sendBody("PUT", path, QUICK, body);
    }

    public JsonObject delete(String path) {
        return send(
                request(path, QUICK).header("Content-Type", "application/json").DELETE());
    }

    /** For answers that are text; failures are JSON here, too. */
    public String getText(String path) {
        HttpResponse<String> answer = exchange(
                request(path, QUICK).setHeader("Accept", "text/plain, */*").GET());
        if (answer.statusCode() != 200) {
            document(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    /**
     * Opens an answer that does not end by itself.
     *
     * @param path with the query
     * @return to be closed by the caller; reads block
     */
    public InputStream stream(String path) {
        HttpRequest request = request(path, QUICK)
                .setHeader("Accept", "text/event-stream, application/json")
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                try (InputStream body = answer.body()) {
                    document(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return answer.body();
        } catch (IOException e) {
            throw CommandFailure.unreachable(server.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted();
        }
    }

    private JsonObject sendBody(String method, String path, Duration patience, JsonObject body) {
        return send(request(path, patience)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(patience)
                .header("Accept", "application/json");
        identity.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private JsonObject send(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request);
        return document(answer.statusCode(), answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.unreachable(server.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted();
        }
    }

    private static JsonObject document(int status, String body) {
        JsonObject document = parse(body)
                .orElseThrow(() -> CommandFailure.unexpectedAnswer(status, "HTTP " + status + " without JSON."));
        boolean success = document.getBoolean("success", false);
        if (success && status >= 200 && status < 300) {
            return document;
        }
        if (success || !document.containsKey("error")) {
            throw CommandFailure.unexpectedAnswer(status, "HTTP " + status + " with JSON that is not Skyferry's.");
        }
        throw CommandFailure.answered(status >= 400 ? status : statusOf(document), document);
    }

    private static int statusOf(JsonObject document) {
        String code = document.getString("code", "");
        return Arrays.stream(ErrorCode.values())
                .filter(known -> known.name().equals(code))
                .mapToInt(ErrorCode::status)
                .findFirst()
                .orElse(500);
    }

    private static Optional<JsonObject> parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
