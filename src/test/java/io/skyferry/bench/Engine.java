package io.skyferry.bench;

import com.sun.management.OperatingSystemMXBean;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.RetryPolicy;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.transfer.delivery.ImageToDeliver;
import io.skyferry.transfer.delivery.Progress;
import io.skyferry.transfer.delivery.Route;
import io.skyferry.transfer.download.ContentStore;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.ImageToDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.download.SpoolSpace;
import io.skyferry.transfer.download.TapisToken;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.upload.WebOdmToken;
import io.skyferry.transfer.wire.TransferHttp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Skyferry's own code that moves bytes, put together as the server does, but for the ledger. */
final class Engine implements AutoCloseable {
    /** As many images wait and work at one time as four partitions of the server hand out. */
    private static final int UNDER_WAY = 32;

    private final ExecutorService moves = Executors.newFixedThreadPool(UNDER_WAY);
    private final ExecutorService wire = Executors.newCachedThreadPool();
    private final StopSignal stop = new StopSignal();
    private final Path data;
    private final String flight;
    private final int connections;
    private final Token tapisToken;

    Engine(Path data, String flight, int connections, String tapisToken) {
        this.data = data;
        this.flight = flight;
        this.connections = connections;
        this.tapisToken = new Token(tapisToken);
    }

    private record Token(String current) implements TapisToken, WebOdmToken {
        @Override
        public String replacing(String rejected) {
            throw new IllegalStateException("rejected");
        }
    }

    /** Fetches, checks and hashes all images, and lets them go again. */
    Tool.Run download(Path images, List<String> names) throws Exception {
        ImageDownload download = new ImageDownload(client(), Timekeeper.SYSTEM, Duration.ofSeconds(60));
        HostLimits limits = limits();
        Spool spool = spool();
        return measured(names, name -> {
            ImageToDownload image = image(images, name);
            try (SpoolSpace space = spool.reserve(image.listedBytes(), stop);
                    var permit = limits.limitOf(image.source()).acquire(stop)) {
                download.download(image, space, tapisToken, bytes -> {}, permit::answeredAfter, stop)
                        .close();
                permit.succeeded();
            }
        });
    }

    /** All the way into a task. */
    Tool.Run deliver(Path images, List<String> names, String task, String webOdmToken) throws Exception {
        HttpClient client = client();
        ImageDelivery delivery = new ImageDelivery(
                new ImageDownload(client, Timekeeper.SYSTEM, Duration.ofSeconds(60)),
                new ImageUpload(client, Timekeeper.SYSTEM, ImageUpload.Patience.DEFAULT, Engine::nonce),
                new ImageDelivery.Limits(
                        limits(),
                        limits(),
                        spool(),
                        new ContentStore(data.resolve("content"), 0),
                        BandwidthBudget.unlimited()),
                new Retries(RetryPolicy.DEFAULT, new Random(1), StopSignal::sleep));
        String[] ids = task.split("/");
        UploadTarget target = new UploadTarget(Field.webOdm("/"), Long.parseLong(ids[0]), ids[1], false);
        Route route = new Route(Field.tapis("/v3/tenants"), tapisToken, target, new Token(webOdmToken));
        ImageDelivery.Run run = new ImageDelivery.Run(route, () -> true, Progress.NONE, stop);
        return measured(names, name -> delivery.deliver(new ImageToDeliver(image(images, name), name), run));
    }

    private HttpClient client() {
        return TransferHttp.create(wire, Duration.ofSeconds(10));
    }

    private HostLimits limits() {
        return new HostLimits(connections, Timekeeper.SYSTEM);
    }

    private Spool spool() {
        return new Spool(data.resolve("spool"), 2L << 30, Engine::nonce);
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private ImageToDownload image(Path images, String name) {
        try {
            return new ImageToDownload(
                    name.replace(".JPG", ""), Field.content(flight, name), Files.size(images.resolve(name)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Tool.Run measured(List<String> names, Consumer<String> work)
            throws InterruptedException, ExecutionException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        names.forEach(name -> all.add(moves.submit(() -> work.accept(name))));
        for (Future<?> each : all) {
            each.get();
        }
        return new Tool.Run((System.nanoTime() - began) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    @Override
    public void close() {
        stop.stop();
        moves.shutdownNow();
        wire.shutdownNow();
    }
}
