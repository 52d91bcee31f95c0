package io.skyferry.cli.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * Answers each request line ({@code GET /path?query}) with the answers prepared for it, in order; the last one again
 * and again. A request that nothing was prepared for is answered like the server does: 404 with NOT_FOUND.
 */
public final class FakeSkyferry implements AutoCloseable {
    private record Answer(int status, String body, Map<String, String> headers) {}

    /** @param authorization empty when the header was absent */
    public record Request(String line, String authorization, String body) {}

    private final String scheme;
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public FakeSkyferry() {
        this("http", address -> HttpServer.create(address, 0));
    }

    /** With TLS. */
    public FakeSkyferry(SSLContext tls) {
        this("https", address -> {
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        });
    }

    private interface Opening {
        HttpServer open(InetSocketAddress address) throws IOException;
    }

    private FakeSkyferry(String scheme, Opening opening) {
        this.scheme = scheme;
        try {
            server = opening.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return scheme + "://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public FakeSkyferry on(String line, String body) {
        return on(line, 200, body);
    }

    public FakeSkyferry on(String line, int status, String body) {
        return on(line, status, body, Map.of());
    }

    /** @param body may have single quotes instead of double quotes */
    public FakeSkyferry on(String line, int status, String body, Map<String, String> headers) {
        return prepare(line, new Answer(status, body.replace('\'', '"'), headers));
    }

    private synchronized FakeSkyferry prepare(String line, Answer answer) {
        answers.computeIfAbsent(line, key -> new ArrayDeque<>()).addLast(answer);
        return this;
    }

    public FakeSkyferry failOn(String line, ErrorCode code, String detail) {
        return prepare(line, new Answer(code.status(), problem(code, detail), Map.of()));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public Request lastRequest() {
        return requests.get(requests.size() - 1);
    }

    private static String problem(ErrorCode code, String detail) {
        return Json.createObjectBuilder()
                .add("success", false)
                .add("error", code.title())
                .add("detail", detail)
                .add("code", code.name())
                .add("hint", code.hint())
                .add("retryable", code.retryable())
                .add("trace", "t-1")
                .build()
                .toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(line, authorization == null ? "" : authorization, body));
        Answer answer = next(line);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer next(String line) {
        Deque<Answer> prepared = answers.get(line);
        if (prepared == null) {
            return new Answer(404, problem(ErrorCode.NOT_FOUND, "There is nothing at " + line), Map.of());
        }
        return prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
