package io.skyferry.transfer.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostOutage;
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
import io.skyferry.transfer.testkit.ReceivedRequest;
import io.skyferry.transfer.testkit.ScriptedServer;
import io.skyferry.transfer.testkit.Wire;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.wire.TransferHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host goes away while images are under way, and comes back, or does not. */
class OutageTest {
    private static final byte[] PHOTO = Photos.small();
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final RetryPolicy THREE =
            new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), 0, Duration.ofMinutes(1));

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = TransferHttp.create(threads, Duration.ofSeconds(5));
    private final CountedToken token = new CountedToken();
    private final StopSignal stop = new StopSignal();
    private final HandTurnedClock clock = new HandTurnedClock();
    private final HostLimits downloads = new HostLimits(4, clock, LONGEST);
    private final HostLimits uploads = new HostLimits(4, clock, LONGEST);
    private final AtomicLong nonces = new AtomicLong();
    private final ScriptedServer tapis = new ScriptedServer((request, wire) -> fromTapis(request, wire));
    private final ScriptedServer webodm = new ScriptedServer((request, wire) -> fromWebOdm(request, wire));
    private volatile int tapisStatus = 200;
    private volatile int webOdmStatus = 200;
    private volatile String[] tapisHeaders = {};
    private volatile String badImage = "none";
    private Spool spool;
    private ContentStore store;

    private void fromTapis(ReceivedRequest request, Wire wire) throws IOException {
        boolean bad = request.target().contains(badImage);
        if (tapisStatus != 200 || bad) {
            wire.answer(bad ? 500 : tapisStatus, "broken", tapisHeaders);
        } else if (request.target().contains("listing")) {
            wire.answer(200, "{}");
        } else {
            wire.stream(PHOTO);
        }
    }

    private void fromWebOdm(ReceivedRequest request, Wire wire) throws IOException {
        String name = request.method().equals("POST")
                ? request.bodyAsLatin1().replaceAll("(?s).*filename=\"([^\"]*).*", "$1")
                : "";
        wire.answer(webOdmStatus, "{\"success\":true,\"uploaded\":{\"" + name + "\":" + PHOTO.length + "}}");
    }

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
    void noImageFailsWhileTapisIsAway() {
        tapisStatus = 502;
        List<CompletableFuture<DeliveredImage>> images = deliver(10);
        await().until(() -> downloads.limitOf(tapis.uri("/")).state().out());
        for (int probe = 0; probe < 5; probe++) {
            int before = tapis.requests().size();
            clock.advance(Duration.ofSeconds(31));
            await().until(() -> tapis.requests().size() > before);
        }
        assertThat(images).noneMatch(CompletableFuture::isDone);

        tapisStatus = 200;
        clock.advance(Duration.ofSeconds(31));

        images.forEach(image -> assertThat(image.join().bytes()).isEqualTo(PHOTO.length));
        assertThat(webodm.requests()).hasSize(10);
    }

    @Test
    void noImageFailsWhileWebOdmIsAway() {
        webOdmStatus = 500;
        List<CompletableFuture<DeliveredImage>> images = deliver(10);
        await().until(() -> uploads.limitOf(webodm.uri("/")).state().out());
        webOdmStatus = 200;

        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return images.stream().allMatch(CompletableFuture::isDone);
        });

        images.forEach(image -> assertThat(image.join().bytes()).isEqualTo(PHOTO.length));
        assertThat(tapis.requests().stream().filter(request -> request.target().contains(".jpg")))
                .as("nothing is fetched twice because WebODM was away")
                .hasSize(10);
    }

    @Test
    void aLoneBadImageFailsBecauseTapisItselfIsWell() {
        badImage = "7.jpg";

        Failure failure = Failures.of(() -> deliver("7"));

        assertThat(failure).isNotInstanceOf(HostOutage.class);
        assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_ERROR);
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(downloads.limitOf(tapis.uri("/")).state().out()).isFalse();
    }

    @Test
    void aLoneImageWaitsWhenTapisIsNotWell() {
        tapisStatus = 500;
        CompletableFuture<DeliveredImage> image = CompletableFuture.supplyAsync(() -> deliver("7"), threads);
        await().until(() -> downloads.limitOf(tapis.uri("/")).state().out());
        tapisStatus = 200;

        clock.advance(Duration.ofSeconds(31));

        assertThat(image.join().bytes()).isEqualTo(PHOTO.length);
    }

    @Test
    void refusedConnectionsAreAnOutageToo() throws IOException {
        webodm.close();
        CompletableFuture<Failure> failure =
                CompletableFuture.supplyAsync(() -> Failures.of(() -> deliver("1")), threads);
        await().until(() -> uploads.limitOf(webodm.uri("/")).state().out());

        clock.advance(LONGEST);

        assertThat(failure.join()).isInstanceOf(HostOutage.class);
        assertThat(failure.join().code()).isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aBusyHostIsAskedAgainUntilItHasTime() {
        tapisStatus = 429;
        CompletableFuture<DeliveredImage> image = CompletableFuture.supplyAsync(() -> deliver("1"), threads);
        for (int pushBack = 1; pushBack <= 8; pushBack++) {
            int seen = pushBack;
            await().until(() -> tapis.requests().size() >= seen);
            await().until(() -> downloads.limitOf(tapis.uri("/")).waiting() == 1);
            clock.advance(Duration.ofSeconds(40));
        }
        assertThat(image).isNotDone();

        tapisStatus = 200;
        await().until(() -> {
            clock.advance(Duration.ofSeconds(40));
            return image.isDone();
        });

        assertThat(image.join().downloadAttempts()).isGreaterThan(8);
    }

    @Test
    void whoAsksForMorePatienceThanThereIsEndsTheRunAndIsLeftAlone() {
        tapisStatus = 429;
        tapisHeaders = new String[] {"Retry-After: " + LONGEST.plusHours(1).toSeconds()};

        List<Failure> failures = new CopyOnWriteArrayList<>();
        threads.execute(() -> {
            failures.add(Failures.of(() -> deliver("1")));
            failures.add(Failures.of(() -> deliver("2")));
        });
        await().until(() -> failures.size() == 2);

        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(HostOutage.class);
            assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_BUSY);
            assertThat(failure.detail()).contains("asks to be left alone until");
        });
        assertThat(tapis.requests()).hasSize(1);
    }

    private List<CompletableFuture<DeliveredImage>> deliver(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> deliver(Integer.toString(number)), threads))
                .toList();
    }

    private DeliveredImage deliver(String name) {
        ImageDelivery delivery = new ImageDelivery(
                new ImageDownload(client, clock, Duration.ofSeconds(10)),
                new ImageUpload(client, clock, ImageUpload.Patience.DEFAULT, () -> "boundary"),
                new ImageDelivery.Limits(downloads, uploads, spool, store, BandwidthBudget.unlimited()),
                new Retries(THREE, new Random(1), (signal, delay) -> signal.throwIfStopped()));
        ImageToDownload source = new ImageToDownload(name, tapis.uri("/" + name + ".jpg"), PHOTO.length);
        UploadTarget target = new UploadTarget(webodm.uri("/"), 5, "1eae397d-733c", false);
        return delivery.deliver(
                new ImageToDeliver(source, name + ".jpg"),
                new ImageDelivery.Run(
                        new Route(tapis.uri("/listing"), token, target, token), () -> true, Progress.NONE, stop));
    }
}
