package io.skyferry.transfer.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.testkit.CountedToken;
import io.skyferry.transfer.testkit.Failures;
import io.skyferry.transfer.testkit.HandTurnedClock;
import io.skyferry.transfer.testkit.Photos;
import io.skyferry.transfer.testkit.ReceivedRequest;
import io.skyferry.transfer.testkit.ScriptedServer;
import io.skyferry.transfer.wire.TransferHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUploadTest {
    private static final byte[] PHOTO = Photos.small();
    private static final String TASK = "1eae397d-733c-42e1-9543-bae9a79da66f";

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountedToken token = new CountedToken();
    private final StopSignal stop = new StopSignal();
    private final AtomicLong progress = new AtomicLong();
    private ScriptedServer webodm;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        file = Files.write(directory.resolve("17.part"), PHOTO);
        webodm = new ScriptedServer((request, wire) -> wire.answer(200, stored("a.jpg", PHOTO.length)));
    }

    @AfterEach
    void end() throws IOException {
        webodm.close();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a b.jpg", "Vol d'été; 50%.jpg", "写真.jpeg"})
    void sendsOneWholePhotoAsWebOdmWantsIt(String name) {
        webodm.script((request, wire) -> wire.answer(200, stored(name, PHOTO.length)));

        upload(name, false);

        ReceivedRequest request = webodm.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/base/api/projects/5/tasks/" + TASK + "/upload/");
        assertThat(request.header("Authorization")).isEqualTo("JWT token-1");
        assertThat(request.headers()).doesNotContainKeys("cookie", "transfer-encoding", "expect");
        assertThat(request.header("Content-Length")).isEqualTo(String.valueOf(request.body().length));
        String boundary = request.header("Content-Type").replace("multipart/form-data; boundary=", "");
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"images\"; filename=\"" + name
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n";
        assertThat(request.body())
                .isEqualTo(joined(
                        head.getBytes(StandardCharsets.UTF_8),
                        PHOTO,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(progress).hasValue(request.body().length);
    }

    @Test
    void makesWebOdmForgetTheNodesJobWhenAsked() {
        upload("a.jpg", true);

        assertThat(webodm.requests().get(0).bodyAsLatin1())
                .startsWith("--boundary1\r\nContent-Disposition: form-data; name=\"uuid\"\r\n\r\n\r\n--boundary1\r\n")
                .contains("name=\"images\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"success":true,"uploaded":{"a.jpg":1}}                  | UPLOAD_MISMATCH
            {"success":true,"uploaded":{"b.jpg":54796}}              | UPLOAD_MISMATCH
            {"success":true,"uploaded":{}}                           | UPLOAD_MISMATCH
            {"success":true,"uploaded":{"a.jpg":"54796"}}            | UPLOAD_MISMATCH
            {"success":true,"uploaded":{"a.jpg":54796.5}}            | UPLOAD_MISMATCH
            {"success":true}                                         | WEBODM_UNEXPECTED_ANSWER
            ["No files uploaded"]                                    | WEBODM_UNEXPECTED_ANSWER
            <html>Sign in</html>                                     | WEBODM_UNEXPECTED_ANSWER
            ''                                                       | WEBODM_UNEXPECTED_ANSWER
            """)
    void believesOnlyTheSameNameAndSize(String answer, ErrorCode code) {
        webodm.script((request, wire) -> wire.answer(200, answer));

        assertFails(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | ["No files uploaded"]             | WEBODM_REFUSED
            413 | too large                         | WEBODM_REFUSED
            404 | {"detail":"Not found."}           | WEBODM_NOT_FOUND
            429 | slow down                         | WEBODM_BUSY
            503 | <h1>503</h1>                      | WEBODM_BUSY
            500 | <h1>Server Error (500)</h1>       | WEBODM_ERROR
            502 | <h1>502 Bad Gateway</h1>          | WEBODM_UNREACHABLE
            301 | ''                                | WEBODM_UNEXPECTED_ANSWER
            """)
    void tellsApartWhatWebOdmSays(int status, String body, ErrorCode code) {
        webodm.script((request, wire) -> wire.answer(status, body, "Retry-After: 3"));

        Failure failure = assertFails(code);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(webodm.requests()).hasSize(1);
    }

    @Test
    void showsWebOdmsOwnWords() {
        webodm.script((request, wire) -> wire.answer(400, "[\"No files uploaded\"]"));

        assertThat(assertFails(ErrorCode.WEBODM_REFUSED).detail()).isEqualTo("HTTP 400 [\"No files uploaded\"]");
    }

    @Test
    void signsInAgainOnce() {
        webodm.script((request, wire) -> {
            if (request.header("Authorization").equals("JWT token-1")) {
                wire.answer(403, "{\"detail\":\"Signature has expired.\"}");
            } else {
                wire.answer(200, stored("a.jpg", PHOTO.length));
            }
        });

        upload("a.jpg", false);
        assertThat(token.rejected()).containsExactly("token-1");

        webodm.script((request, wire) -> wire.answer(403, "{\"detail\":\"Signature has expired.\"}"));
        assertThat(assertFails(ErrorCode.WEBODM_SIGN_IN).detail()).contains("Signature has expired.");
        assertThat(webodm.requests()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"200,WEBODM_UNREACHABLE", "404,WEBODM_NOT_FOUND", "403,WEBODM_SIGN_IN", "500,WEBODM_UNREACHABLE"})
    void looksBehindALostAnswer(int statusOfTask, ErrorCode code) {
        webodm.script((request, wire) -> {
            if (request.method().equals("POST")) {
                wire.reset();
            } else {
                wire.answer(statusOfTask, "{}");
            }
        });

        assertFails(code);
        assertThat(webodm.requests())
                .filteredOn(request -> request.method().equals("GET"))
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.target()).isEqualTo("/base/api/projects/5/tasks/" + TASK + "/"));
    }

    @Test
    void survivesAnAnswerThatComesBeforeTheBodyIsRead() throws IOException {
        webodm.close();
        webodm = new ScriptedServer(
                (request, wire) -> {
                    wire.answer(404, "{\"detail\":\"Not found.\"}", "Connection: close");
                    wire.reset();
                },
                false);
        Files.write(file, new byte[8 << 20]);

        Failure failure = Failures.of(() -> subject(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .upload(
                        new ImageToUpload(file, "a.jpg", 8 << 20),
                        target(false),
                        token,
                        progress::addAndGet,
                        time -> {},
                        stop));

        assertThat(failure.code()).isIn(ErrorCode.WEBODM_NOT_FOUND, ErrorCode.WEBODM_UNREACHABLE);
    }

    @Test
    void givesUpWhenNothingLeaves() throws IOException {
        webodm.close();
        webodm = new ScriptedServer((request, wire) -> await().forever().until(stop::isStopped), false);
        Files.write(file, new byte[32 << 20]);

        Failure failure = Failures.of(() -> subject(Duration.ofMillis(300), Duration.ofDays(1))
                .upload(
                        new ImageToUpload(file, "a.jpg", 32 << 20),
                        target(false),
                        token,
                        progress::addAndGet,
                        time -> {},
                        stop));

        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
        assertThat(progress.get()).isLessThan(32 << 20);
        stop.stop();
    }

    @Test
    void waitsLongerForTheAnswerThanForTheNextByte() {
        webodm.script((request, wire) -> {
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            wire.answer(200, stored("a.jpg", PHOTO.length));
        });
        subject(Duration.ofMillis(300), Duration.ofSeconds(10))
                .upload(photo("a.jpg"), target(false), token, progress::addAndGet, time -> {}, stop);

        webodm.script((request, wire) -> wire.stayUntilClientLeaves());
        Failure failure = Failures.of(() -> subject(Duration.ofMillis(300), Duration.ofMillis(300))
                .upload(photo("a.jpg"), target(false), token, progress::addAndGet, time -> {}, stop));
        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
    }

    @Test
    void stopsAtOnce() {
        webodm.script((request, wire) -> wire.stayUntilClientLeaves());
        CompletableFuture<Failure> failure =
                CompletableFuture.supplyAsync(() -> Failures.of(() -> upload("a.jpg", false)), threads);
        await().until(() -> webodm.requests().size() == 1);

        stop.stop();

        await().until(failure::isDone);
        assertThat(failure.join().code()).isEqualTo(ErrorCode.STOPPED);
    }

    @Test
    void doesNotFollowARedirectWithTheToken() throws IOException {
        try (ScriptedServer elsewhere = new ScriptedServer((request, wire) -> wire.answer(200, "{}"))) {
            webodm.script((request, wire) -> wire.answer(307, "", "Location: " + elsewhere.uri("/")));

            assertFails(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b.jpg", "a\r\nX: y.jpg", "a\\b.jpg", "a\0.jpg"})
    void sendsNoNameThatCouldBreakOutOfItsHeader(String name) {
        assertThat(Failures.of(() -> photo(name)).code()).isEqualTo(ErrorCode.UNUSABLE_NAME);
    }

    private Failure assertFails(ErrorCode code) {
        Failure failure = Failures.of(() -> upload("a.jpg", false));
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure.getMessage()).doesNotContain("token-");
        return failure;
    }

    private void upload(String name, boolean forgetNodeJob) {
        subject(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .upload(photo(name), target(forgetNodeJob), token, progress::addAndGet, time -> {}, stop);
    }

    private ImageToUpload photo(String name) {
        return new ImageToUpload(file, name, PHOTO.length);
    }

    private UploadTarget target(boolean forgetNodeJob) {
        return new UploadTarget(webodm.uri("/base"), 5, TASK, forgetNodeJob);
    }

    private ImageUpload subject(Duration sending, Duration answering) {
        HttpClient client = TransferHttp.create(threads, Duration.ofSeconds(5));
        AtomicLong boundary = new AtomicLong();
        return new ImageUpload(
                client,
                new HandTurnedClock(),
                new ImageUpload.Patience(sending, answering),
                () -> "boundary" + boundary.incrementAndGet());
    }

    private static String stored(String name, long bytes) {
        return "{\"success\": true, \"uploaded\": {\"" + name + "\": " + bytes + "}}";
    }

    private static byte[] joined(byte[] head, byte[] photo, byte[] tail) {
        byte[] all = Arrays.copyOf(head, head.length + photo.length + tail.length);
        System.arraycopy(photo, 0, all, head.length, photo.length);
        System.arraycopy(tail, 0, all, head.length + photo.length, tail.length);
        return all;
    }
}
