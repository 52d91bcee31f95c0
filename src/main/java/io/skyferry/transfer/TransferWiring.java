package io.skyferry.transfer;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.tapis.TapisPace;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.transfer.download.ContentStore;
import io.skyferry.transfer.download.ImageDownload;
import io.skyferry.transfer.download.Spool;
import io.skyferry.transfer.upload.ImageUpload;
import io.skyferry.transfer.upload.StoredImages;
import io.skyferry.transfer.watch.ServerMeter;
import io.skyferry.transfer.wire.TransferHttp;
import io.skyferry.webodm.WebOdmPace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

/** Puts the plain code that moves bytes together for this server: one client, one spool, one set of limits. */
@ApplicationScoped
public class TransferWiring {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(5);

    @Produces
    @Singleton
    BandwidthBudget bandwidth() {
        return new BandwidthBudget(Timekeeper.SYSTEM, ZoneId.systemDefault());
    }

    @Produces
    @Singleton
    ServerMeter meter() {
        return new ServerMeter();
    }

    @Produces
    @Singleton
    HttpClient client(TransferThreads threads) {
        return TransferHttp.create(threads.forWire(), CONNECT);
    }

    @Produces
    @Singleton
    StoredImages stored(Settings settings, HttpClient client) {
        return new StoredImages(client, Timekeeper.SYSTEM, settings.transfer().silence());
    }

    @Produces
    @Singleton
    ImageUpload upload(Settings settings, HttpClient client) {
        Duration silence = settings.transfer().silence();
        Duration answering = silence.compareTo(ANSWERING) > 0 ? silence : ANSWERING;
        return new ImageUpload(
                client, Timekeeper.SYSTEM, new ImageUpload.Patience(silence, answering), TransferWiring::nonce);
    }

    @Produces
    @Singleton
    ImageDelivery delivery(
            Settings settings,
            @TapisPace HostLimits downloads,
            @WebOdmPace HostLimits uploads,
            BandwidthBudget bandwidth,
            Retries retries,
            HttpClient client,
            Spool spool,
            ImageUpload upload) {
        Path data = settings.server().dataDir();
        ContentStore store =
                new ContentStore(data.resolve("content"), settings.transfer().contentStoreBytes());
        return new ImageDelivery(
                new ImageDownload(client, Timekeeper.SYSTEM, settings.transfer().silence()),
                upload,
                new ImageDelivery.Limits(downloads, uploads, spool, store, bandwidth),
                retries);
    }

    @Produces
    @Singleton
    Spool spool(Settings settings) {
        Path directory = settings.server().dataDir().resolve("spool");
        Spool spool = new Spool(
                directory, settings.transfer().spoolBytes(), settings.transfer().freeBytes(), TransferWiring::nonce);
        spool.removeStrays();
        return spool;
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
