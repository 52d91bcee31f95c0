package io.skyferry.platform.pace;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a host has been lately: whether it is away, since when, and when it is asked next. Not thread-safe; the host's
 * limit guards it.
 */
final class HostWatch {
    /** So many failures without a success between them make a host suspect. */
    static final int SUSPECT = 3;

    private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
    private static final Duration LONGEST_BETWEEN_PROBES = Duration.ofSeconds(30);

    private final Timekeeper time;
    private Instant troubledSince;
    private long troubledNanos;
    private int failuresInARow;
    private boolean out;
    private boolean probing;
    private int probes;
    private long nextProbeNanos;
    private long requests;
    private long failures;
    private Failure last;
    private Instant lastAt;

    HostWatch(Timekeeper time) {
        this.time = time;
    }

    /** The host answered, if only to refuse. */
    void answered() {
        requests++;
        failuresInARow = 0;
        troubledSince = null;
        out = false;
        probes = 0;
    }

    void failed(Failure failure) {
        requests++;
        failures++;
        failuresInARow++;
        last = failure;
        lastAt = time.now();
        if (troubledSince == null) {
            troubledSince = lastAt;
            troubledNanos = time.nanoTime();
        }
        if (out) {
            scheduleProbe();
        } else if (failuresInARow >= SUSPECT && HostOutage.isNobodyThere(failure)) {
            isOutNow();
        }
    }

    boolean isSuspect() {
        return failuresInARow >= SUSPECT;
    }

    /** From now on only probes go there. */
    void isOutNow() {
        if (!out) {
            out = true;
            scheduleProbe();
        }
    }

    private void scheduleProbe() {
        long wait = FIRST_PROBE.toNanos() << Math.min(probes++, 5);
        nextProbeNanos = time.nanoTime() + Math.min(wait, LONGEST_BETWEEN_PROBES.toNanos());
    }

    boolean isOut() {
        return out;
    }

    boolean isProbing() {
        return probing;
    }

    void probing(boolean now) {
        probing = now;
    }

    /** Zero or less: a probe is due. */
    long nanosToProbe() {
        return nextProbeNanos - time.nanoTime();
    }

    long nanosTroubled() {
        return troubledSince == null ? 0 : time.nanoTime() - troubledNanos;
    }

    Instant troubledSince() {
        return troubledSince;
    }

    HostOutage outage(String host) {
        ErrorCode code = last.code();
        return new HostOutage(code, host + " does not work since " + troubledSince + ": " + last.detail(), last);
    }

    HostOutage pause(String host, Duration left) {
        Instant until = time.now().plus(left).truncatedTo(ChronoUnit.SECONDS);
        return new HostOutage(
                last.code(), host + " asks to be left alone until " + until + ": " + last.detail(), last, left);
    }

    long requests() {
        return requests;
    }

    long failures() {
        return failures;
    }

    Failure last() {
        return last;
    }

    Instant lastAt() {
        return lastAt;
    }
}
