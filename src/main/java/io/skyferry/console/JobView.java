package io.skyferry.console;

import io.skyferry.console.JobRuns.Entry;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import java.time.Instant;
import java.util.Optional;

/**
 * A job execution in a list.
 *
 * @param jobId the execution's id
 * @param state status and outcome in one word
 * @param status Jakarta Batch's: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
 * @param exitStatus how the work itself ended
 * @param outcome the same in plain words
 * @param projectId WebODM's
 * @param imagesDelivered how many the project had when the job ended
 * @param imagesFailed failed or refused, then
 * @param error why the project needed somebody when the job ended
 * @param supersededBy the newest job of the same project, if that is a later one
 */
public record JobView(
        long jobId,
        String jobName,
        String state,
        String status,
        String exitStatus,
        String outcome,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Long projectId,
        String flightName,
        String systemId,
        String owner,
        Long imagesDelivered,
        Long imagesFailed,
        ErrorView error,
        Long supersededBy) {

    static JobView of(Entry entry, Long supersededBy) {
        JobRun run = entry.run();
        Optional<FlightProject> project = Optional.ofNullable(entry.project());
        return new JobView(
                run.executionId(),
                run.jobName(),
                run.state().name(),
                run.status().name(),
                run.exitStatus(),
                JobOutcome.of(run),
                run.createdAt(),
                run.startedAt(),
                run.endedAt(),
                project.flatMap(FlightProject::webOdmProjectId).orElse(null),
                project.map(row -> row.flight().name()).orElse(null),
                project.map(row -> row.flight().systemId()).orElse(null),
                run.owner().orElse(null),
                run.imagesDelivered(),
                run.imagesFailed(),
                run.errorCode().map(code -> ErrorView.of(code, run.errorText())).orElse(null),
                supersededBy);
    }
}
