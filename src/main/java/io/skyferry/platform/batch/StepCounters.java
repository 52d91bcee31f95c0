package io.skyferry.platform.batch;

import jakarta.batch.runtime.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Jakarta Batch's counters of a step or a partition.
 *
 * @param commit chunks that were done, and the one that found nothing more to read
 */
public record StepCounters(
        long read,
        long write,
        long commit,
        long rollback,
        long filter,
        long readSkip,
        long processSkip,
        long writeSkip) {

    static StepCounters of(Metric... metrics) {
        Map<Metric.MetricType, Long> values = new EnumMap<>(Metric.MetricType.class);
        Arrays.stream(metrics).forEach(metric -> values.put(metric.getType(), metric.getValue()));
        return new StepCounters(
                values.getOrDefault(Metric.MetricType.READ_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.WRITE_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.COMMIT_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.ROLLBACK_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.FILTER_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.READ_SKIP_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.PROCESS_SKIP_COUNT, 0L),
                values.getOrDefault(Metric.MetricType.WRITE_SKIP_COUNT, 0L));
    }

    StepCounters plus(StepCounters other) {
        return new StepCounters(
                read + other.read,
                write + other.write,
                commit + other.commit,
                rollback + other.rollback,
                filter + other.filter,
                readSkip + other.readSkip,
                processSkip + other.processSkip,
                writeSkip + other.writeSkip);
    }
}
