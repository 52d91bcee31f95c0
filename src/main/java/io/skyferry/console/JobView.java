package io.skyferry.console;

import io.skyferry.platform.identity.Owner;
import io.skyferry.project.FlightProject;
import jakarta.batch.runtime.JobExecution;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * A job execution in a list.
 *
 * @param jobId the execution's id
 * @param status Jakarta Batch's: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
 * @param exitStatus how the work itself ended
 * @param projectId WebODM's; null when the job is about no single project
 * @param owner null when it is about everybody
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

    static JobView of(JobExecution execution, Optional<FlightProject> project, Optional<Owner> owner) {
        return new JobView(
                execution.getExecutionId(),
                execution.getJobName(),
                execution.getBatchStatus().name(),
                execution.getExitStatus(),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                project.flatMap(FlightProject::webOdmProjectId).orElse(null),
                project.map(about -> about.flight().name()).orElse(null),
                project.map(about -> about.flight().systemId()).orElse(null),
                owner.map(Owner::toString).orElse(null));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
