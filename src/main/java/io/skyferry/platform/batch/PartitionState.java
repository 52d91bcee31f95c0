package io.skyferry.platform.batch;

import java.time.Instant;

/**
 * A partition of a step as people see it.
 *
 * @param number counted from 0
 * @param checkpoint where its reader would go on, as a number or text; null when there is none that can be shown
 */
public record PartitionState(
        int number,
        String status,
        String exitStatus,
        Instant startedAt,
        Instant endedAt,
        StepCounters counters,
        String checkpoint) {}
