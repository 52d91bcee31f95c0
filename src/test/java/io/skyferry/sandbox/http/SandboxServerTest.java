package io.skyferry.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxServerTest {
    private static final byte[] DATA = data(100_000);

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicReference<Exception> uploadFailure = new AtomicReference<>();
    private SandboxServer server;

    @BeforeEach
    void start() throws IOException {
        server = SandboxServer.start("test", 0, routes());
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.close();
    }

    private Router routes() {
        return new Router()
                .get("/hello", request -> Answer.text(200, Answer.JSON, "{}"))
                .get(
                        "/files/{system}/{path...}",
                        request -> Answer.text(200, "text/plain", request.path("system") + "|" + request.path("path")))
                .get(
                        "/query",
                        request ->
                                Answer.text(200, "text/plain", request.queries().toString()))
                .get("/sized", request -> Answer.bytes(200, "image/jpeg", DATA))
                .get(
                        "/streamed",
                        request ->
                                Answer.stream(200, "image/jpeg", Body.of(DATA.length, false, out -> out.write(DATA))))
                .get("/wait", request -> {
                    gate.await();
                    return Answer.empty(204);
                })
                .get("/broken", request -> {
                    throw new IllegalStateException("secret");
                })
                .post(
                        "/json",
                        request -> Answer.json(
                                200,
                                request.json().orElse(Json.createObjectBuilder().build())))
                .post("/upload", this::upload);
    }

    private Answer upload(Request request) throws IOException {
        try {
            MultipartReader reader = request.multipart();
            Part part = reader.next().orElseThrow();
            part.saveTo(directory.resolve("upload"));
            return Answer.text(200, "text/plain", part.fileName().orElse(""));
        } catch (IOException cut) {
            uploadFailure.set(cut);
            throw cut;
        }
    }

    @Test
    void sendsTheContentTypeExactly() throws Exception {
        assertThat(get("/hello").headers().allValues("Content-Type")).containsExactly("application/json");
    }

    @Test
    void decodesEachSegmentFromTheRawPath() throws Exception {
        assertThat(text("/files/a%2Fb/c%20d/e%2Bf+g%25/%C3%BC%23%3Fx")).isEqualTo("a/b|c d/e+f+g%/ü#?x");
        assertThat(text("/files/s/a%2Fb")).isEqualTo("s|a/b");
        assertThat(text("/files/s//")).isEqualTo("s|/");
        assertThat(get("/files/s").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsAllValuesOfAQueryParameter() throws Exception {
        assertThat(text("/query?a=1&b=x+y%2B&a=2&c")).isEqualTo("{a=[1, 2], b=[x y+], c=[]}");
    }

    @Test
    void tellsAnUnknownPathFromAWrongMethod() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/hello", "").statusCode()).isEqualTo(405);
    }

    @Test
    void hidesAnUnexpectedException() throws Exception {
        assertThat(get("/broken").statusCode()).isEqualTo(500);
        assertThat(get("/broken").body()).isEqualTo("Internal error".getBytes());
    }

    @Test
    void answersHeadWithoutBody() throws Exception {
        HttpResponse<byte[]> sized = send("HEAD", "/sized", "");
        HttpResponse<byte[]> streamed = send("HEAD", "/streamed", "");

        assertThat(sized.headers().firstValueAsLong("Content-Length")).hasValue(DATA.length);
        assertThat(streamed.headers().firstValue("Content-Length")).isEmpty();
        assertThat(sized.body()).isEmpty();
    }

    @Test
    void announcesALengthOnlyWhenTold() throws Exception {
        assertThat(get("/sized").headers().firstValueAsLong("Content-Length")).hasValue(DATA.length);
        assertThat(get("/streamed").headers().firstValue("Content-Length")).isEmpty();
        assertThat(get("/streamed").body()).isEqualTo(DATA);
    }

    @Test
    void refusesTooLargeText() throws Exception {
        assertThat(send("POST", "/json", "x".repeat((4 << 20) + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void shortensABodyCleanly() throws Exception {
        server.faults().add(Fault.on("GET", "^/(sized|streamed)$", new FaultEffect.ShortBody(0.5)));

        HttpResponse<byte[]> sized = get("/sized");

        assertThat(sized.body()).isEqualTo(Arrays.copyOf(DATA, DATA.length / 2));
        assertThat(sized.headers().firstValueAsLong("Content-Length")).hasValue(DATA.length / 2);
        assertThat(get("/streamed").body()).hasSize(DATA.length / 2);
    }

    @Test
    void abortsInsideABody() {
        server.faults().add(Fault.on("GET", "^/(sized|streamed)$", new FaultEffect.Abort(0.5)));

        assertThatThrownBy(() -> get("/sized")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/streamed")).isInstanceOf(IOException.class);
    }

    @Test
    void resetsAConnectionInsideABody() throws Exception {
        try (SandboxServer behindLine = SandboxServer.bindBehindLine("reset", 0)) {
            behindLine.serve(routes());
            assertThat(RawClient.exchange(behindLine.port(), "GET /hello HTTP/1.0\r\n\r\n"))
                    .endsWith("{}");
            behindLine.faults().add(Fault.on("GET", "/(sized|streamed)$", new FaultEffect.Reset(0.5)));

            for (String path : List.of("/sized", "/streamed")) {
                assertThatThrownBy(() ->
                                RawClient.exchange(behindLine.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
        }
    }

    @Test
    void addsOneByte() throws Exception {
        server.faults().add(Fault.on("GET", "^/(sized|streamed)$", new FaultEffect.ExtraByte()));

        assertThat(get("/sized").body()).hasSize(DATA.length + 1);
        assertThat(get("/streamed").body()).hasSize(DATA.length + 1);
    }

    @Test
    void putsASignInPageInPlaceOfTheBody() throws Exception {
        server.faults().add(Fault.on("GET", "/sized", new FaultEffect.Html()).times(1));

        HttpResponse<byte[]> page = get("/sized");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body())).contains("<html>");
        assertThat(get("/sized").body()).isEqualTo(DATA);
    }

    @Test
    void answersAStatusOnlyWhenDue() throws Exception {
        FaultEffect busy = new FaultEffect.Status(429, "text/html", "slow down", Map.of("Retry-After", "5"));
        server.faults().add(Fault.on(null, "/hello", busy).after(1).times(2));

        List<Integer> statuses =
                Stream.generate(() -> status("/hello")).limit(4).toList();

        assertThat(statuses).containsExactly(200, 429, 429, 200);
    }

    @Test
    void drainsAnUploadThatItRefuses() throws Exception {
        server.faults().add(Fault.on("POST", "/json", new FaultEffect.Status(503, "text/html", "", Map.of())));

        assertThat(send("POST", "/json", "x".repeat(3 << 20)).statusCode()).isEqualTo(503);
    }

    @Test
    void losesAnAnswerAfterTheWorkIsDone() {
        server.faults().add(Fault.on("POST", "/upload", new FaultEffect.LostAnswer()));

        String answer = rawUpload(DATA.length);

        assertThat(answer).isEmpty();
        assertThat(directory.resolve("upload")).exists();
    }

    @Test
    void cutsAnUploadByRule() {
        server.faults().add(Fault.on("POST", "/upload", new FaultEffect.AbortUpload(0.5)));

        assertThat(rawUpload(DATA.length)).isEmpty();
        assertThat(directory.resolve("upload")).doesNotExist();
        assertThat(uploadFailure.get()).isInstanceOf(ConnectionCut.class);
    }

    @Test
    void noticesAClientThatHangsUpInsideAnUpload() throws Exception {
        String request = uploadRequest(DATA.length);

        RawClient.sendAndHangUp(server.port(), request.substring(0, request.length() / 2));

        await().until(() -> uploadFailure.get() != null);
        assertThat(directory.resolve("upload")).doesNotExist();
    }

    @Test
    void keepsASilentSocketUntilTheFaultsAreCleared() throws Exception {
        server.faults().add(Fault.on("GET", "/hello", new FaultEffect.Silent()));
        CompletableFuture<String> silent = CompletableFuture.supplyAsync(
                () -> RawClient.exchangeOrReset(server.port(), "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
        await().until(() -> server.requests().list().size() == 1);
        assertThat(silent).isNotDone();

        server.faults().clear();

        assertThat(silent.get()).isEmpty();
        assertThat(get("/hello").statusCode()).isEqualTo(200);
    }

    @Test
    void answersAHeldRequestWhenTheFaultsAreCleared() throws Exception {
        server.faults().add(Fault.on("GET", "/hello", new FaultEffect.Held()));
        CompletableFuture<HttpResponse<byte[]>> held =
                client.sendAsync(request("GET", "/hello", ""), HttpResponse.BodyHandlers.ofByteArray());
        await().until(() -> server.requests().list().size() == 1);
        assertThat(held).isNotDone();

        server.faults().clear();

        assertThat(held.get().statusCode()).isEqualTo(200);
    }

    @Test
    void servesHundredsOfOpenRequests() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> all = IntStream.range(0, 300)
                .mapToObj(i -> client.sendAsync(request("GET", "/wait", ""), HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        await().until(() -> server.requests().maxOpen() == 300);

        gate.countDown();

        assertThat(all).allSatisfy(one -> assertThat(one.get().statusCode()).isEqualTo(204));
    }

    @Test
    void holdsABodyToTheBandwidth() throws Exception {
        server.pace().bytesPerSecond(400_000);
        long start = System.nanoTime();

        assertThat(get("/streamed").body()).isEqualTo(DATA);

        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void logsRequestsWithoutSecrets() throws Exception {
        client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/query?jwt=abc&x=1&access_token=def"))
                        .header("X-Tapis-Token", "ghi")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        await().until(() -> server.requests().list().get(0).ended().isPresent());

        LoggedRequest logged = server.requests().list("GET", "^/query$").get(0);

        assertThat(logged.status()).isEqualTo(200);
        assertThat(logged.headerNames()).contains("x-tapis-token");
        assertThat(logged.query()).isEqualTo("jwt=***&x=1&access_token=***");
        assertThat(logged.toString()).doesNotContain("abc", "def", "ghi");
    }

    @Test
    void isDrivenOverHttp() throws Exception {
        assertThat(send(
                                "POST",
                                "/sandbox/faults",
                                "{\"path\":\"/hello\",\"effect\":\"status\",\"status\":503,"
                                        + "\"times\":1,\"headers\":{\"Retry-After\":\"7\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/hello").headers().firstValue("Retry-After")).hasValue("7");
        assertThat(text("/sandbox/requests")).contains("\"path\":\"/hello\"", "\"status\":503", "\"maxOpen\":1");

        send("DELETE", "/sandbox/requests", "");
        send("POST", "/sandbox/latency", "{\"ms\":1}");
        send("POST", "/sandbox/bandwidth", "{\"bytesPerSecond\":1000}");

        assertThat(server.requests().list()).isEmpty();
        assertThat(server.pace().latencyMillis()).isEqualTo(1);
        assertThat(server.pace().bytesPerSecond()).isEqualTo(1000);
        assertThat(send("POST", "/sandbox/faults", "{\"effect\":\"magic\"}").statusCode())
                .isEqualTo(400);
    }

    private String rawUpload(int size) {
        return RawClient.exchangeOrReset(server.port(), uploadRequest(size));
    }

    private static String uploadRequest(int size) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"images\"; filename=\"a.jpg\"\r\n\r\n"
                + "x".repeat(size) + "\r\n--b--\r\n";
        return "POST /upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), "UTF-8");
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static byte[] data(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
