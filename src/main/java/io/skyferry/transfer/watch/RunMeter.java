package io.skyferry.transfer.watch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.delivery.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/** Counts what one run does. Every call is an addition; sums are made when somebody samples. Thread-safe. */
public final class RunMeter implements Progress {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final LongAdder downloaded = new LongAdder();
    private final LongAdder uploaded = new LongAdder();
    private final LongAdder deliveredBytes = new LongAdder();
    private final LongAdder deliveredImages = new LongAdder();
    private final LongAdder failedImages = new LongAdder();
    private final LongAdder failedBytes = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<Activity, LongAdder> nanos = new EnumMap<>(Activity.class);
    private final Map<Activity, Rate> lately = new EnumMap<>(Activity.class);
    private final Rate downloadRate = new Rate(WINDOW);
    private final Rate uploadRate = new Rate(WINDOW);
    private final ServerMeter server;
    private final AtomicInteger failedInARow = new AtomicInteger();
    private volatile long plannedBytes;
    private volatile ErrorCode lastError;

    /** @param server counts what all runs of the server do */
    public RunMeter(ServerMeter server) {
        this.server = server;
        Arrays.stream(Activity.values()).forEach(activity -> {
            nanos.put(activity, new LongAdder());
            lately.put(activity, new Rate(WINDOW));
        });
        sample(System.nanoTime());
    }

    /** So many bytes are to be brought by this run. */
    public void planned(long bytes) {
        plannedBytes = bytes;
    }

    @Override
    public void downloaded(long bytes) {
        downloaded.add(bytes);
        server.downloaded(bytes);
    }

    @Override
    public void uploaded(long bytes) {
        uploaded.add(bytes);
        server.uploaded(bytes);
    }

    @Override
    public void retrying(Failure failure, Duration delay) {
        retries.increment();
        lastError = failure.code();
        server.retrying();
    }

    @Override
    public void spent(Activity activity, long time) {
        nanos.get(activity).add(time);
    }

    public void delivered(long bytes) {
        failedInARow.set(0);
        deliveredImages.increment();
        deliveredBytes.add(bytes);
    }

    public void failed(long bytes, ErrorCode code) {
        failedImages.increment();
        failedInARow.incrementAndGet();
        failedBytes.add(bytes);
        lastError = code;
    }

    /** Keeps the present sums for the rates. */
    public void sample(long nowNanos) {
        downloadRate.sample(nowNanos, downloaded.sum());
        uploadRate.sample(nowNanos, uploaded.sum());
        nanos.forEach((activity, sum) -> lately.get(activity).sample(nowNanos, sum.sum()));
    }

    /** The faster of both directions: the other one only waits for it, or comes after it. */
    public long bytesPerSecond() {
        return Math.max(downloadRate.perSecond(), uploadRate.perSecond());
    }

    /** Of the last seconds; empty while nothing moves. */
    public Optional<SlowSide> slowSide() {
        return slowest(activity -> lately.get(activity).growth());
    }

    /** Of the whole run; empty when nothing moved. */
    public Optional<SlowSide> slowestOfAll() {
        return slowest(activity -> nanos.get(activity).sum());
    }

    private static Optional<SlowSide> slowest(ToLongFunction<Activity> time) {
        long heldFetching = time.applyAsLong(Activity.FETCHING_HELD_BACK);
        long heldBringing = time.applyAsLong(Activity.BRINGING_HELD_BACK);
        long tapis = time.applyAsLong(Activity.FETCHING) - heldFetching;
        long webOdm = time.applyAsLong(Activity.BRINGING) - heldBringing;
        long us = heldFetching + heldBringing + time.applyAsLong(Activity.WRITING_DOWN);
        long most = Math.max(us, Math.max(tapis, webOdm));
        if (most <= 0) {
            return Optional.empty();
        }
        return Optional.of(most == tapis ? SlowSide.TAPIS : most == webOdm ? SlowSide.WEBODM : SlowSide.US);
    }

    public long bytesDownloaded() {
        return downloaded.sum();
    }

    public long bytesUploaded() {
        return uploaded.sum();
    }

    public long bytesDelivered() {
        return deliveredBytes.sum();
    }

    /** What this run still has to bring. */
    public long bytesLeft() {
        return Math.max(0, plannedBytes - deliveredBytes.sum() - failedBytes.sum());
    }

    public long imagesDelivered() {
        return deliveredImages.sum();
    }

    public long imagesFailed() {
        return failedImages.sum();
    }

    /** How many images failed since the last one was delivered. */
    public int failedInARow() {
        return failedInARow.get();
    }

    public long retries() {
        return retries.sum();
    }

    public Optional<ErrorCode> lastError() {
        return Optional.ofNullable(lastError);
    }
}
