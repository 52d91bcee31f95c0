package io.skyferry.functional.kit;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The REST API as one caller uses it. Every answer is held against the server's own OpenAPI document. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SkyferryServer server;
    private final String token;
    private final Map<String, String> headers;

    /** @param token sent as Bearer; null = none */
    public Api(SkyferryServer server, String token) {
        this(server, token, Map.of());
    }

    private Api(SkyferryServer server, String token, Map<String, String> headers) {
        this.server = server;
        this.token = token;
        this.headers = headers;
    }

    /** The same caller, with one header more. */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(server, token, more);
    }

    /** As the user, with a token that outlives every test. */
    public static Api as(String username) {
        Deployment deployment = Deployment.running();
        return new Api(deployment.server(), deployment.tapis().accessToken(username, Duration.ofHours(2)));
    }

    /** As the user at this server. */
    public static Api of(SkyferryServer server, String username) {
        return new Api(server, Deployment.running().tapis().accessToken(username, Duration.ofHours(2)));
    }

    public static Api anonymous() {
        return new Api(Deployment.running().server(), null);
    }

    public Reply get(String path) {
        return send("GET", path, null, null);
    }

    public Reply post(String path, JsonObject body) {
        return send("POST", path, "application/json", body.toString());
    }

    public Reply post(String path) {
        return send("POST", path, null, null);
    }

    public Reply send(String method, String path, String contentType, String body) {
        return sendWith(method, path, contentType == null ? Map.of() : Map.of("Content-Type", contentType), body);
    }

    /** With headers of the caller's choice, beside who he is. */
    public Reply sendWith(String method, String path, Map<String, String> more, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path))
                .timeout(Duration.ofMinutes(2))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        more.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            Reply reply = new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            ApiDocument.of(server).check(reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
