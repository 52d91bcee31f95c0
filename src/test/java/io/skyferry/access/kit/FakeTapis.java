package io.skyferry.access.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tapis' authenticator and tenants service, as far as access needs them: one tenant, one client, one user, signed
 * tokens, and the refusal texts that repeat the client's key.
 */
public final class FakeTapis implements AutoCloseable {
    public static final String TENANT = "sandbox";
    public static final String CLIENT = "skyferry-test";
    public static final String CLIENT_KEY = "client-key-that-nobody-may-see";
    public static final String USER = "ada";
    public static final String PASSWORD = "password-that-nobody-may-see";

    /** What the server says next instead of its own answer. */
    public record Canned(int status, String contentType, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final AtomicReference<Canned> tokensAnswer = new AtomicReference<>();
    private final AtomicReference<Canned> tenantAnswer = new AtomicReference<>();
    private volatile TokenMint mint;
    private volatile Duration accessLife = Duration.ofHours(4);
    private volatile Runnable beforeTokens = () -> {};

    public FakeTapis() throws IOException {
        this(0);
    }

    public FakeTapis(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1100);
        server.setExecutor(threads);
        server.createContext("/v3/oauth2/tokens/revoke", this::revoke);
        server.createContext("/v3/oauth2/tokens", this::tokens);
        server.createContext("/v3/tenants/" + TENANT, this::tenant);
        server.start();
        mint = new TokenMint(issuer());
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String issuer() {
        return baseUrl() + "/v3/tokens";
    }

    /** Makes tokens with the tenant's present key. */
    public TokenMint mint() {
        return mint;
    }

    public TokenMint rotateKey() {
        mint = new TokenMint(issuer());
        return mint;
    }

    public void accessLife(Duration life) {
        accessLife = life;
    }

    /** @param canned null for the server's own answers */
    public void answerTokens(Canned canned) {
        tokensAnswer.set(canned);
    }

    /** @param canned null for the server's own answer */
    public void answerTenant(Canned canned) {
        tenantAnswer.set(canned);
    }

    /** Runs in each token request before it is answered. */
    public void beforeTokens(Runnable hook) {
        beforeTokens = hook;
    }

    /** Every request as method, space and path. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public long count(String request) {
        return requests.stream().filter(request::equals).count();
    }

    public List<String> revoked() {
        return List.copyOf(revoked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void tenant(HttpExchange exchange) throws IOException {
        note(exchange);
        JsonObject tenant = Json.createObjectBuilder()
                .add("tenant_id", TENANT)
                .add("base_url", baseUrl().toString())
                .add("token_service", issuer())
                .add("public_key", mint.publicKeyOnOneLine())
                .build();
        send(exchange, Optional.ofNullable(tenantAnswer.get()).orElseGet(() -> success(tenant)));
    }

    private void tokens(HttpExchange exchange) throws IOException {
        note(exchange);
        beforeTokens.run();
        JsonObject body = body(exchange);
        Canned canned = tokensAnswer.get();
        if (canned != null) {
            send(exchange, canned);
        } else if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, refusal("Invalid client credentials: " + CLIENT + ", " + CLIENT_KEY + ". session: <x>"));
        } else {
            send(exchange, grant(body));
        }
    }

    private Canned grant(JsonObject body) {
        if ("password".equals(body.getString("grant_type", ""))) {
            boolean fits =
                    USER.equals(body.getString("username", "")) && PASSWORD.equals(body.getString("password", ""));
            return fits ? success(issue()) : refusal("Invalid username/password combination.");
        }
        boolean known = mint.isOwnRefreshToken(body.getString("refresh_token", ""))
                && !revoked.contains(body.getString("refresh_token", ""));
        return known ? success(issue()) : refusal("Invalid refresh_token.");
    }

    private JsonObject issue() {
        Instant now = Instant.now();
        Instant accessEnd = now.plus(accessLife);
        return Json.createObjectBuilder()
                .add(
                        "access_token",
                        Json.createObjectBuilder()
                                .add("access_token", mint.access(USER, accessEnd))
                                .add("expires_at", accessEnd.toString().replace("Z", "+00:00"))
                                .add("expires_in", accessLife.toSeconds())
                                .add("jti", "a"))
                .add(
                        "refresh_token",
                        Json.createObjectBuilder()
                                .add("refresh_token", mint.refresh(USER, now.plus(Duration.ofDays(365))))
                                .add(
                                        "expires_at",
                                        now.plus(Duration.ofDays(365))
                                                .toString()
                                                .replace("Z", "+00:00"))
                                .add("expires_in", Duration.ofDays(365).toSeconds())
                                .add("jti", "r"))
                .build();
    }

    private void revoke(HttpExchange exchange) throws IOException {
        note(exchange);
        revoked.add(body(exchange).getString("token"));
        send(exchange, success(Json.createObjectBuilder().build()));
    }

    private void note(HttpExchange exchange) {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + CLIENT_KEY).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return Json.createReader(in).readObject();
        }
    }

    private static Canned success(JsonObject result) {
        return json(200, "success", "fine", result);
    }

    private static Canned refusal(String message) {
        return json(400, "error", message, null);
    }

    private static Canned json(int status, String word, String message, JsonObject result) {
        String body = Json.createObjectBuilder()
                .add("status", word)
                .add("message", message)
                .add("version", "dev")
                .add("metadata", Json.createObjectBuilder())
                .add("result", result == null ? jakarta.json.JsonValue.NULL : result)
                .build()
                .toString();
        return new Canned(status, "application/json", body);
    }

    private static void send(HttpExchange exchange, Canned answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", answer.body());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
