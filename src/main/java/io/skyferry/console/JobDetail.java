package io.skyferry.console;

import io.skyferry.platform.batch.StepState;
import io.skyferry.project.ErrorView;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One job with all that is known of it; the first fields are those of the list.
 *
 * @param instanceId Jakarta Batch's job instance; executions that Liberty's own tools restarted share it
 * @param parameters ids and wishes, never a secret
 * @param progress the project's images now; null without a project
 * @param error of the newest job of a project the project's present one, else the one that the job ended with
 * @param allowed what the caller may do to it now
 * @param order null for a sync
 * @param discovery how far it is with looking for flights, or was when it ended; null for other jobs
 * @param result of a job that is no sync and ended well, what the synchronous call would have answered
 */
public record JobDetail(
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
        Long supersededBy,
        long instanceId,
        Map<String, String> parameters,
        List<StepState> steps,
        Progress progress,
        List<AllowedAction> allowed,
        Order order,
        Discovery discovery,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonObject result) {

    /**
     * Why a job that is no sync was started.
     *
     * @param occasion what started it: a call, a schedule, a sign-in and so on
     * @param askedBy {@code name@tenant}; null = the server itself
     * @param wish what it is to do, in the job's own words
     */
    public record Order(
            String occasion,
            String askedBy,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject wish) {}

    /** Systems and problems (what could not be read) with what was found so far. */
    public record Discovery(int systems, int systemsDone, int flights, long images, int problems) {
        static Discovery of(JsonObject progress) {
            return new Discovery(
                    progress.getInt("systems"),
                    progress.getInt("systems_done"),
                    progress.getInt("flights"),
                    progress.getJsonNumber("images").longValue(),
                    progress.getInt("problems"));
        }
    }

    /** @param keeps what the action will keep, as a sentence for people */
    public record AllowedAction(String action, String keeps) {}

    /**
     * The project's images now.
     *
     * @param bytesMoved what this run fetched so far, failed attempts included; null when it does not run
     * @param bytesPerSecond of this run lately; null when it does not run
     */
    public record Progress(
            long imagesTotal,
            long imagesDelivered,
            long imagesFailed,
            long imagesRefused,
            long bytesTotal,
            long bytesDelivered,
            Long bytesMoved,
            Long bytesPerSecond) {}

    static JobDetail of(
            JobView job,
            long instanceId,
            Map<String, String> parameters,
            List<StepState> steps,
            Progress progress,
            ErrorView presentError,
            List<AllowedAction> allowed,
            Order order,
            Discovery discovery,
            JsonObject result) {
        return new JobDetail(
                job.jobId(),
                job.jobName(),
                job.state(),
                job.status(),
                job.exitStatus(),
                job.outcome(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.projectId(),
                job.flightName(),
                job.systemId(),
                job.owner(),
                job.imagesDelivered(),
                job.imagesFailed(),
                presentError == null ? job.error() : presentError,
                job.supersededBy(),
                instanceId,
                parameters,
                steps,
                progress,
                allowed,
                order,
                discovery,
                result);
    }
}
