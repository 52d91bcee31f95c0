package io.skyferry.schedule.discovery;

import io.skyferry.flight.ScanProgress;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Lets the beginning and the end of a scan through, and between them one message a second. Not thread-safe. */
final class ScanPace implements Consumer<ScanProgress> {
    private static final long LEAST_NANOS = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Consumer<ScanProgress> audience;
    private boolean begun;
    private long last;

    ScanPace(LongSupplier nanos, Consumer<ScanProgress> audience) {
        this.nanos = nanos;
        this.audience = audience;
    }

    @Override
    public void accept(ScanProgress progress) {
        long now = nanos.getAsLong();
        boolean ended = progress.systemsDone() == progress.systems();
        if (!begun || ended || now - last >= LEAST_NANOS) {
            begun = true;
            last = now;
            audience.accept(progress);
        }
    }
}
