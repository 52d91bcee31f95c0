package io.skyferry.platform.batch;

import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Date;

/** A step of an execution as people see it; times are null while they have not come. */
public record StepState(String name, String status, String exitStatus, Instant startedAt, Instant endedAt) {

    static StepState of(StepExecution step) {
        return new StepState(
                step.getStepName(),
                step.getBatchStatus().name(),
                step.getExitStatus(),
                instant(step.getStartTime()),
                instant(step.getEndTime()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
