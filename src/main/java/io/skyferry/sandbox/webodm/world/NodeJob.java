package io.skyferry.sandbox.webodm.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the processing node was given under one uuid.
 *
 * @param images names, as they were when the upload to the node began
 * @param fails whether it ends without a result
 */
public record NodeJob(String uuid, List<String> images, Instant startedAt, Duration duration, boolean fails) {

    NodeJob again(Instant newStart, Duration newDuration, boolean newFails) {
        return new NodeJob(uuid, images, newStart, newDuration, newFails);
    }

    /** 0 to 1. */
    double progress(Instant now) {
        if (duration.isZero()) {
            return 1;
        }
        double part = (double) Duration.between(startedAt, now).toNanos() / duration.toNanos();
        return Math.max(0, Math.min(1, part));
    }
}
