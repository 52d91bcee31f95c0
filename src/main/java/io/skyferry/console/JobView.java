package io.skyferry.console;

import io.skyferry.project.FlightProject;
import jakarta.batch.runtime.JobExecution;
import java.time.Instant;
import java.util.Date;

/**
 * A job execution in a list.
 *
 * @param jobId the execution's id
 * @param status Jakarta Batch's: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
 * @param exitStatus how the work itself ended
 * @param projectId WebODM's
 */
public record JobView(
        long jobId,
        String jobName,
        String status,
        String exitStatus,
        Instant startedAt,
        Instant endedAt,
        Long projectId,
        String flightName,
        String systemId,
        String owner) {

    static JobView of(JobExecution execution, FlightProject project) {
        return new JobView(
                execution.getExecutionId(),
                execution.getJobName(),
                execution.getBatchStatus().name(),
                execution.getExitStatus(),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                project.webOdmProjectId().orElse(null),
                project.flight().name(),
                project.flight().systemId(),
                project.owner().toString());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
