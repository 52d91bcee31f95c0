package io.skyferry.platform.batch;

import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A step of an execution as people see it; times are null while they have not come.
 *
 * @param counters of a partitioned step the sum over its partitions
 * @param partitions empty when it has none
 */
public record StepState(
        String name,
        String status,
        String exitStatus,
        Instant startedAt,
        Instant endedAt,
        StepCounters counters,
        List<PartitionState> partitions) {

    static StepState of(StepExecution step, List<PartitionState> partitions) {
        return new StepState(
                step.getStepName(),
                step.getBatchStatus().name(),
                step.getExitStatus(),
                instant(step.getStartTime()),
                instant(step.getEndTime()),
                partitions.stream()
                        .map(PartitionState::counters)
                        .reduce(StepCounters::plus)
                        .orElseGet(() -> StepCounters.of(step.getMetrics())),
                partitions);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
