package io.skyferry.transfer.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.testkit.CountedToken;
import io.skyferry.transfer.testkit.Failures;
import io.skyferry.transfer.testkit.HandTurnedClock;
import io.skyferry.transfer.testkit.Photos;
import io.skyferry.transfer.testkit.ScriptedServer;
import io.skyferry.transfer.wire.TransferHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDownloadTest {
    private static final byte[] PHOTO = Photos.small();

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountedToken token = new CountedToken();
    private final StopSignal stop = new StopSignal();
    private final AtomicLong progress = new AtomicLong();
    private ScriptedServer tapis;
    private Spool spool;

    @BeforeEach
    void start() {
        tapis = new ScriptedServer((request, wire) -> wire.stream(PHOTO));
        AtomicLong nonce = new AtomicLong();
        spool = new Spool(directory.resolve("spool"), 1 << 20, () -> "n" + nonce.incrementAndGet());
    }

    @AfterEach
    void end() throws IOException {
        tapis.close();
        threads.shutdownNow();
    }

    @Test
    void spoolsAWholePhotoAndDeletesItWhenClosed() throws IOException {
        SpooledImage image = download(Duration.ofSeconds(10));

        assertThat(Files.readAllBytes(image.file())).isEqualTo(PHOTO);
        assertThat(image.bytes()).isEqualTo(PHOTO.length);
        assertThat(image.sha256()).isEqualTo(Photos.sha256(PHOTO));
        assertThat(image.width()).isPositive();
        assertThat(progress).hasValue(PHOTO.length);
        assertThat(tapis.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/v3/files/content/s/F%20l/code/images/a.jpg");
            assertThat(request.header("X-Tapis-Token")).isEqualTo("token-1");
            assertThat(request.headers()).doesNotContainKeys("authorization", "range", "cookie", "x-tapis-tenant");
        });

        image.close();
        assertSpoolIsEmpty();
    }

    @Test
    void refusesABodyThatEndsCleanlyButEarly() {
        tapis.script((request, wire) -> wire.stream(Arrays.copyOf(PHOTO, PHOTO.length / 2)));

        assertFails(ErrorCode.SIZE_MISMATCH).contains(String.valueOf(PHOTO.length), String.valueOf(PHOTO.length / 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesABodyThatBreaksOff(boolean reset) {
        CountDownLatch seen = new CountDownLatch(1);
        tapis.script((request, wire) -> {
            wire.beginChunked(200);
            wire.chunk(PHOTO, 0, 20_000);
            await().until(() -> progress.get() == 20_000);
            seen.countDown();
            if (reset) {
                wire.reset();
            } else {
                wire.hangUp();
            }
        });

        assertFails(ErrorCode.SIZE_MISMATCH).contains(String.valueOf(PHOTO.length), "20000");
        assertThat(seen.getCount()).isZero();
    }

    @Test
    void breaksOffABodyThatIsLongerThanListed() {
        AtomicLong sent = new AtomicLong();
        tapis.script((request, wire) -> {
            wire.beginChunked(200);
            wire.chunk(PHOTO, 0, PHOTO.length);
            for (; sent.get() < 1 << 30; sent.addAndGet(8192)) {
                wire.chunk(PHOTO, 0, 8192);
            }
        });

        assertFails(ErrorCode.SIZE_MISMATCH).contains(String.valueOf(PHOTO.length), "at least");
        assertThat(sent.get()).isLessThan(1 << 30);
    }

    @Test
    void refusesOneByteTooMany() {
        tapis.script((request, wire) -> wire.stream(Arrays.copyOf(PHOTO, PHOTO.length + 1)));

        assertFails(ErrorCode.SIZE_MISMATCH).contains("at least " + (PHOTO.length + 1));
    }

    @Test
    void refusesAPageInsteadOfAPhoto() {
        tapis.script((request, wire) -> wire.answer(200, "<html>Sign in</html>", "Content-Type: text/html"));
        assertFails(ErrorCode.SIZE_MISMATCH);

        tapis.script((request, wire) -> wire.stream(new byte[PHOTO.length]));
        assertFails(ErrorCode.NOT_WHOLE_JPEG).contains("start marker");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesUpOnSilence(boolean afterSomeBytes) {
        tapis.script((request, wire) -> {
            if (afterSomeBytes) {
                wire.beginChunked(200);
                wire.chunk(PHOTO, 0, 1000);
            }
            wire.stayUntilClientLeaves();
        });

        Failure failure = Failures.of(() -> download(Duration.ofMillis(300)));

        assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
        assertThat(failure.detail()).contains("nothing moved for 300 ms", afterSomeBytes ? "1000 of" : "0 of");
        assertSpoolIsEmpty();
    }

    @Test
    void isPatientWithASlowBodyThatKeepsMoving() {
        tapis.script((request, wire) -> {
            wire.beginChunked(200);
            for (int from = 0; from < PHOTO.length; from += 8192) {
                int to = Math.min(PHOTO.length, from + 8192);
                await().pollDelay(Duration.ofMillis(80)).until(() -> true);
                wire.chunk(PHOTO, from, to);
            }
            wire.endChunked();
        });

        try (SpooledImage image = download(Duration.ofMillis(400))) {
            assertThat(image.bytes()).isEqualTo(PHOTO.length);
        }
    }

    @Test
    void stopsAtOnceAndClosesTheConnection() {
        CountDownLatch clientLeft = new CountDownLatch(1);
        tapis.script((request, wire) -> {
            wire.beginChunked(200);
            wire.chunk(PHOTO, 0, 1000);
            try {
                wire.stayUntilClientLeaves();
            } finally {
                clientLeft.countDown();
            }
        });
        CompletableFuture<Failure> failure =
                CompletableFuture.supplyAsync(() -> Failures.of(() -> download(Duration.ofDays(1))), threads);
        await().until(() -> progress.get() == 1000);

        stop.stop();

        await().until(failure::isDone);
        assertThat(failure.join().code()).isEqualTo(ErrorCode.STOPPED);
        await().until(() -> clientLeft.getCount() == 0);
        assertSpoolIsEmpty();
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        tapis.script((request, wire) -> wire.stayUntilClientLeaves());
        CompletableFuture<Failure> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> failure.complete(Failures.of(() -> download(Duration.ofDays(1)))));
        thread.start();
        await().until(() -> tapis.requests().size() == 1);

        thread.interrupt();

        thread.join();
        assertThat(failure.join().code()).isEqualTo(ErrorCode.STOPPED);
    }

    @Test
    void replacesARejectedTokenOnce() {
        tapis.script((request, wire) -> {
            if (request.header("X-Tapis-Token").equals("token-1")) {
                wire.answer(401, "TAPIS_SECURITY_JWT_EXPIRED Exception message: JWT expired Claims: sub: u@t");
            } else {
                wire.stream(PHOTO);
            }
        });

        download(Duration.ofSeconds(10)).close();
        assertThat(token.rejected()).containsExactly("token-1");

        tapis.script((request, wire) -> wire.answer(401, "TAPIS_SECURITY_JWT_EXPIRED Claims: sub: u@t"));
        assertFails(ErrorCode.TOKEN_EXPIRED)
                .contains("TAPIS_SECURITY_JWT_EXPIRED")
                .doesNotContain("u@t");
        assertThat(tapis.requests()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"status":"Unauthorized","message":"SSH_POOL_MISSING_CREDENTIALS x","result":null} | TAPIS_HOST_CREDENTIAL
            500 | {"status":"error","message":"Token is revoked.","result":null} | TOKEN_EXPIRED
            403 | {"status":"Forbidden","message":"FILES_NOT_AUTHORIZED. Permission denied"} | TAPIS_FORBIDDEN
            404 | {"status":"Not Found","message":"FILES_CONT_NO_FILEINFO x"} | TAPIS_NOT_FOUND
            404 | {"status":"Not Found","message":"FILES_SYS_NOTFOUND x"} | SYSTEM_NOT_ACCESSIBLE
            404 | {"status":"Not Found","message":"FILES_SYS_NOTENABLED x"} | SYSTEM_NOT_ACCESSIBLE
            404 | <html><h1>404 Not Found</h1></html> | TAPIS_UNEXPECTED_ANSWER
            429 | slow down | TAPIS_BUSY
            503 | <html><h1>503 Service Unavailable</h1></html> | TAPIS_BUSY
            500 | {"status":"Internal Server Error","message":"FILES_OPSC_ERR x"} | TAPIS_ERROR
            502 | <html><h1>502 Bad Gateway</h1></html> | TAPIS_UNREACHABLE
            400 | FILES_CONT_DIR_NOZIP | TAPIS_UNEXPECTED_ANSWER
            206 | part | TAPIS_UNEXPECTED_ANSWER
            """)
    void tellsApartWhatTapisSays(int status, String body, ErrorCode code) {
        tapis.script((request, wire) -> wire.answer(status, body, "Retry-After: 7"));

        Failure failure = Failures.of(() -> download(Duration.ofSeconds(10)));

        assertThat(failure.code()).isEqualTo(code);
        if (code == ErrorCode.TAPIS_BUSY) {
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        }
        assertThat(token.rejected()).isEmpty();
        assertSpoolIsEmpty();
    }

    @Test
    void doesNotReadAnEndlessErrorPage() {
        tapis.script((request, wire) -> {
            wire.beginChunked(500);
            for (int i = 0; i < 100_000; i++) {
                wire.chunk("spam ".repeat(1000).getBytes(StandardCharsets.UTF_8), 0, 5000);
            }
        });

        assertFails(ErrorCode.TAPIS_ERROR).hasSizeLessThan(250);
    }

    @Test
    void doesNotFollowARedirectWithTheToken() throws IOException {
        try (ScriptedServer elsewhere = new ScriptedServer((request, wire) -> wire.stream(PHOTO))) {
            tapis.script((request, wire) -> wire.answer(302, "", "Location: " + elsewhere.uri("/x")));

            assertFails(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        tapis.close();
        assertFails(ErrorCode.TAPIS_UNREACHABLE);
    }

    @Test
    void doesNotQuoteATokenThatCannotBeSent() {
        TapisToken broken = new TapisToken() {
            @Override
            public String current() {
                return "secret\nvalue";
            }

            @Override
            public String replacing(String rejected) {
                return current();
            }
        };

        try (SpoolSpace space = spool.reserve(PHOTO.length, stop)) {
            Failure failure = Failures.of(() -> subject(Duration.ofSeconds(1))
                    .download(image(PHOTO.length), space, broken, progress::addAndGet, time -> {}, stop));
            assertThat(failure).hasNoCause().hasMessageNotContaining("secret");
        }
        assertSpoolIsEmpty();
    }

    @Test
    void saysWhenTheDiskIsFull() {
        spool = new Spool(
                directory.resolve("spool"),
                1 << 20,
                0,
                () -> "n",
                (path, options, attributes) -> new FullDisk("No space left on device", 30_000));

        assertFails(ErrorCode.NO_SPACE);
    }

    @Test
    void refusesAnEmptyFileEvenWhenItIsListedAsEmpty() {
        tapis.script((request, wire) -> wire.answer(200, ""));

        try (SpoolSpace space = spool.reserve(0, stop)) {
            Failure failure = Failures.of(() -> subject(Duration.ofSeconds(10))
                    .download(image(0), space, token, progress::addAndGet, time -> {}, stop));
            assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WHOLE_JPEG);
        }
    }

    private AbstractStringAssert<?> assertFails(ErrorCode code) {
        Failure failure = Failures.of(() -> download(Duration.ofSeconds(10)));
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertSpoolIsEmpty();
        return assertThat(failure.detail());
    }

    private void assertSpoolIsEmpty() {
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    private SpooledImage download(Duration patience) {
        try (SpoolSpace space = spool.reserve(PHOTO.length, stop)) {
            return subject(patience).download(image(PHOTO.length), space, token, progress::addAndGet, time -> {}, stop);
        }
    }

    private ImageToDownload image(long listedBytes) {
        URI source = tapis.uri("/v3/files/content/s/F%20l/code/images/a.jpg");
        return new ImageToDownload("17", source, listedBytes);
    }

    private ImageDownload subject(Duration patience) {
        return new ImageDownload(TransferHttp.create(threads, Duration.ofSeconds(5)), new HandTurnedClock(), patience);
    }
}
