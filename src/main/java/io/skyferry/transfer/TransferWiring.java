package io.skyferry.transfer;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.tapis.TapisPace;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.wire.TransferHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Puts the plain code that moves bytes together for this server: one client, one spool, one set of limits. */
@ApplicationScoped
public class TransferWiring {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final long SPOOL_BYTES = 2L << 30;

    @Produces
    @Singleton
    ImageDelivery delivery(
            Settings settings, @TapisPace HostLimits downloads, Retries retries, TransferThreads threads, Spool spool) {
        HttpClient client = TransferHttp.create(threads.forWire(), CONNECT);
        HostLimits uploads = new HostLimits(settings.webOdm().concurrency(), Timekeeper.SYSTEM);
        return new ImageDelivery(
                new ImageDownload(client, Timekeeper.SYSTEM, SILENCE),
                new ImageUpload(client, Timekeeper.SYSTEM, ImageUpload.Patience.DEFAULT, TransferWiring::nonce),
                new ImageDelivery.Limits(downloads, uploads, spool),
                retries);
    }

    @Produces
    @Singleton
    Spool spool(Settings settings) {
        Path directory = settings.server().dataDir().resolve("spool");
        Spool spool = new Spool(directory, SPOOL_BYTES, TransferWiring::nonce);
        spool.removeStrays();
        return spool;
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
