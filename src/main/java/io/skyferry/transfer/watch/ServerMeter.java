package io.skyferry.transfer.watch;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what all runs of this server do. Thread-safe. */
public final class ServerMeter {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final LongAdder downloaded = new LongAdder();
    private final LongAdder uploaded = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Rate downloadRate = new Rate(WINDOW);
    private final Rate uploadRate = new Rate(WINDOW);

    void downloaded(long bytes) {
        downloaded.add(bytes);
    }

    void uploaded(long bytes) {
        uploaded.add(bytes);
    }

    void retrying() {
        retries.increment();
    }

    public void sample(long nowNanos) {
        downloadRate.sample(nowNanos, downloaded.sum());
        uploadRate.sample(nowNanos, uploaded.sum());
    }

    public long bytesDownloaded() {
        return downloaded.sum();
    }

    public long bytesUploaded() {
        return uploaded.sum();
    }

    public long retries() {
        return retries.sum();
    }

    public long downloadedPerSecond() {
        return downloadRate.perSecond();
    }

    public long uploadedPerSecond() {
        return uploadRate.perSecond();
    }
}
