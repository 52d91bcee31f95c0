package io.skyferry.transfer.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.RetryPolicy;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.download.ContentStore;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.ImageToDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.testkit.CountedToken;
import io.skyferry.transfer.testkit.Failures;
import io.skyferry.transfer.testkit.HandTurnedClock;
import io.skyferry.transfer.testkit.Photos;
import io.skyferry.transfer.testkit.ScriptedServer;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.wire.TransferHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDeliveryTest {
    private static final byte[] PHOTO = Photos.small();
    private static final String STORED = "{\"success\":true,\"uploaded\":{\"a.jpg\":" + PHOTO.length + "}}";

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = TransferHttp.create(threads, Duration.ofSeconds(5));
    private final CountedToken token = new CountedToken();
    private final StopSignal stop = new StopSignal();
    private final HandTurnedClock clock = new HandTurnedClock();
    private final HostLimits downloads = new HostLimits(4, clock);
    private final HostLimits uploads = new HostLimits(4, clock);
    private final List<ErrorCode> retried = new CopyOnWriteArrayList<>();
    private final AtomicLong nonces = new AtomicLong();
    private final ScriptedServer tapis = new ScriptedServer((request, wire) -> wire.stream(PHOTO));
    private final ScriptedServer webodm = new ScriptedServer((request, wire) -> wire.answer(200, STORED));
    private Spool spool;
    private ContentStore store;
    private RunGuard guard = () -> true;

    @BeforeEach
    void start() {
        store = new ContentStore(directory.resolve("content"), 0);
        spool = new Spool(directory.resolve("spool"), 1 << 20, () -> "n" + nonces.incrementAndGet());
    }

    @AfterEach
    void end() throws IOException {
        stop.stop();
        tapis.close();
        webodm.close();
        threads.shutdownNow();
    }

    @Test
    void bringsAPhotoAllTheWay() {
        DeliveredImage image = deliver();

        assertThat(image.bytes()).isEqualTo(PHOTO.length);
        assertThat(image.sha256()).isEqualTo(Photos.sha256(PHOTO));
        assertThat(image.downloadAttempts()).isEqualTo(1);
        assertThat(image.uploadAttempts()).isEqualTo(1);
        assertThat(webodm.requests().get(0).header("Authorization")).isEqualTo("JWT token-1");
        assertEverythingIsGivenBack();
    }

    @Test
    void retriesTheDownloadUntilItIsWhole() {
        AtomicInteger attempt = new AtomicInteger();
        tapis.script((request, wire) -> {
            switch (attempt.incrementAndGet()) {
                case 1 -> wire.stream(Arrays.copyOf(PHOTO, 1000));
                case 2 -> wire.answer(500, "no");
                case 3 -> wire.answer(502, "<h1>Bad Gateway</h1>");
                default -> wire.stream(PHOTO);
            }
        });

        assertThat(deliver().downloadAttempts()).isEqualTo(4);
        assertThat(retried)
                .containsExactly(ErrorCode.SIZE_MISMATCH, ErrorCode.TAPIS_ERROR, ErrorCode.TAPIS_UNREACHABLE);
        assertThat(webodm.requests()).hasSize(1);
        assertEverythingIsGivenBack();
    }

    @Test
    void survivesAPooledConnectionThatDied() {
        deliver();
        AtomicInteger attempt = new AtomicInteger();
        AtomicInteger connectionsThen = new AtomicInteger();
        tapis.script((request, wire) -> {
            if (attempt.incrementAndGet() == 1) {
                connectionsThen.set(tapis.connections());
                wire.reset();
            } else {
                wire.stream(PHOTO);
            }
        });

        assertThat(deliver().bytes()).isEqualTo(PHOTO.length);
        assertThat(connectionsThen).hasValue(1);
    }

    @Test
    void doesNotDownloadAgainWhenOnlyTheUploadFailed() {
        AtomicInteger attempt = new AtomicInteger();
        webodm.script((request, wire) -> {
            if (attempt.incrementAndGet() < 3) {
                wire.answer(500, "<h1>Server Error (500)</h1>");
            } else {
                wire.answer(200, STORED);
            }
        });

        assertThat(deliver().uploadAttempts()).isEqualTo(3);
        assertThat(tapis.requests()).hasSize(1);
        assertEverythingIsGivenBack();
    }

    @Test
    void endsWithEveryAttemptsCause() {
        tapis.script((request, wire) -> wire.stream(Arrays.copyOf(PHOTO, 1000)));

        Failure failure = Failures.of(this::deliver);

        assertThat(failure.code()).isEqualTo(ErrorCode.SIZE_MISMATCH);
        assertThat(failure.getSuppressed()).hasSize(3);
        assertThat(webodm.requests()).isEmpty();
        assertEverythingIsGivenBack();
    }

    @Test
    void uploadsNothingThatIsNotAWholePhoto() {
        tapis.script((request, wire) -> wire.stream(new byte[PHOTO.length]));

        assertThat(Failures.of(this::deliver).code()).isEqualTo(ErrorCode.NOT_WHOLE_JPEG);
        assertThat(tapis.requests()).hasSize(1);
        assertThat(webodm.requests()).isEmpty();
        assertEverythingIsGivenBack();
    }

    @Test
    void uploadsNothingWhenTheClaimIsLost() {
        guard = () -> tapis.requests().isEmpty();

        assertThat(Failures.of(this::deliver).code()).isEqualTo(ErrorCode.CLAIM_LOST);
        assertThat(webodm.requests()).isEmpty();
        assertEverythingIsGivenBack();
    }

    @Test
    void endsAnUploadWhenTheClaimIsLost() {
        AtomicInteger asked = new AtomicInteger();
        // Ours before the upload and for its first bytes, then no more.
        guard = () -> asked.incrementAndGet() <= 2;

        assertThat(Failures.of(this::deliver).code()).isEqualTo(ErrorCode.CLAIM_LOST);
        assertThat(webodm.requests()).as("a request whose body came to its end").isEmpty();
        assertEverythingIsGivenBack();
    }

    @Test
    void countsNothingWhenTheClaimIsLostDuringTheUpload() {
        guard = () -> webodm.requests().isEmpty();

        assertThat(Failures.of(this::deliver).code()).isEqualTo(ErrorCode.CLAIM_LOST);
        assertThat(webodm.requests()).hasSize(1);
    }

    @Test
    void asksForTheClaimBeforeEveryUploadAttempt() {
        webodm.script((request, wire) -> wire.answer(500, "no"));
        guard = () -> webodm.requests().size() < 2;

        Failure failure = Failures.of(this::deliver);

        assertThat(failure.code()).isEqualTo(ErrorCode.CLAIM_LOST);
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(webodm.requests()).hasSize(2);
    }

    @Test
    void shrinksAndPausesWhenTapisPushesBack() {
        AtomicInteger attempt = new AtomicInteger();
        tapis.script((request, wire) -> {
            if (attempt.incrementAndGet() == 1) {
                wire.answer(429, "slow down", "Retry-After: 5");
            } else {
                wire.stream(PHOTO);
            }
        });
        CompletableFuture<DeliveredImage> delivery = CompletableFuture.supplyAsync(this::deliver, threads);
        await().until(() -> downloads.limitOf(tapis.uri("/")).waiting() == 1);
        assertThat(downloads.limitOf(tapis.uri("/")).allowed()).isEqualTo(2);

        clock.advance(Duration.ofMillis(4900));
        await().during(Duration.ofMillis(50)).until(() -> tapis.requests().size() == 1);

        clock.advance(Duration.ofMillis(100));
        assertThat(delivery.join().downloadAttempts()).isEqualTo(2);
    }

    @Test
    void uploadsOneWhileItDownloadsAnother() throws Exception {
        downloads.setMaximum(1);
        uploads.setMaximum(1);
        CountDownLatch uploading = new CountDownLatch(1);
        CountDownLatch secondDownloaded = new CountDownLatch(2);
        tapis.script((request, wire) -> {
            wire.stream(PHOTO);
            secondDownloaded.countDown();
        });
        webodm.script((request, wire) -> {
            uploading.countDown();
            await().until(() -> secondDownloaded.getCount() == 0);
            wire.answer(200, STORED);
        });

        CompletableFuture<DeliveredImage> first = CompletableFuture.supplyAsync(this::deliver, threads);
        uploading.await();
        CompletableFuture<DeliveredImage> second = CompletableFuture.supplyAsync(this::deliver, threads);

        assertThat(first.join().bytes()).isEqualTo(second.join().bytes());
        assertThat(webodm.requests()).hasSize(2);
    }

    @Test
    void stopsWhereverItIs() {
        CountDownLatch somebodyUploads = new CountDownLatch(1);
        webodm.script((request, wire) -> {
            somebodyUploads.countDown();
            wire.stayUntilClientLeaves();
        });
        uploads.setMaximum(1);
        List<CompletableFuture<Failure>> failures = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            failures.add(CompletableFuture.supplyAsync(() -> Failures.of(this::deliver), threads));
        }
        await().until(() -> somebodyUploads.getCount() == 0
                && uploads.limitOf(webodm.uri("/")).waiting() > 0);

        stop.stop();

        failures.forEach(failure -> assertThat(failure.join().code()).isEqualTo(ErrorCode.STOPPED));
        assertThat(webodm.requests()).hasSize(1);
        assertEverythingIsGivenBack();
    }

    private void assertEverythingIsGivenBack() {
        assertThat(directory.resolve("spool")).isEmptyDirectory();
        assertThat(spool.reserved()).isZero();
        assertThat(downloads.limitOf(tapis.uri("/")).open()).isZero();
        assertThat(uploads.limitOf(webodm.uri("/")).open()).isZero();
    }

    private DeliveredImage deliver() {
        RetryPolicy policy = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(1), 0, Duration.ofMinutes(1));
        ImageDelivery delivery = new ImageDelivery(
                new ImageDownload(client, clock, Duration.ofSeconds(10)),
                new ImageUpload(client, clock, ImageUpload.Patience.DEFAULT, () -> "boundary"),
                new ImageDelivery.Limits(downloads, uploads, spool, store, BandwidthBudget.unlimited()),
                new Retries(policy, new Random(1), (signal, delay) -> signal.throwIfStopped()));
        ImageToDownload source = new ImageToDownload("17", tapis.uri("/a.jpg"), PHOTO.length);
        UploadTarget target = new UploadTarget(webodm.uri("/"), 5, "1eae397d-733c", false);
        Progress progress = new Progress() {
            @Override
            public void retrying(Failure failure, Duration delay) {
                retried.add(failure.code());
            }
        };
        return delivery.deliver(
                new ImageToDeliver(source, "a.jpg"),
                new ImageDelivery.Run(new Route(tapis.uri("/listing"), token, target, token), guard, progress, stop));
    }
}
