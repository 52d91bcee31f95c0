package io.skyferry.console;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.batch.StepState;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Job executions: the caller's own, or everybody's for operators. */
@Path("skyferry/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final int MOST = 1000;

    @EJB
    private Jobs jobs;

    @Inject
    private CurrentCaller caller;

    @Inject
    private JobCatalog catalog;

    @Inject
    private ImageLedger images;

    @Inject
    private SyncRuns runs;

    @Inject
    private RunLedger work;

    @GET
    @Operation(operationId = "listJobs", summary = "List the newest jobs, newest first")
    public ListAnswer list(@QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Fields.invalid("limit", "must be from 1 to " + MOST);
        }
        List<JobView> views = catalog.listFor(caller.get(), limit).stream()
                .map(job -> JobView.of(job.execution(), job.project(), job.owner()))
                .toList();
        return new ListAnswer(true, views, views.size());
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Operation(operationId = "getJob", summary = "Show one job with its steps and progress")
    public Answer get(@PathParam("id") long id) {
        JobCatalog.KnownJob job = catalog.getFor(caller.get(), id);
        return new Answer(
                true,
                Detail.of(
                        JobView.of(job.execution(), job.project(), job.owner()),
                        jobs.listSteps(id),
                        job.project().map(project -> progress(project, id)).orElse(null),
                        error(job).orElse(null),
                        job.run().map(this::work).orElse(null)));
    }

    private static Optional<ErrorView> error(JobCatalog.KnownJob job) {
        return job.project()
                .flatMap(project -> project.errorCode().map(code -> ErrorView.of(code, project.errorText())))
                .or(() -> job.run()
                        .flatMap(BackgroundRun::failure)
                        .map(failure -> ErrorView.of(failure.code(), failure.detail())));
    }

    private WorkView work(BackgroundRun run) {
        return new WorkView(
                run.occasion().name(),
                run.askedBy().map(Object::toString).orElse(null),
                run.wish(),
                work.findResult(run.id()).orElse(null));
    }

    @POST
    @Path("{id:\\d{1,18}}/stop")
    @Operation(operationId = "stopJob", summary = "Stop a running job; what is delivered stays delivered")
    public StopAnswer stop(@PathParam("id") long id) {
        JobCatalog.KnownJob job = catalog.getFor(caller.get(), id);
        jobs.stop(id);
        job.project()
                .flatMap(project -> runs.find(project.id()))
                .filter(run -> run.execution() == id)
                .ifPresent(run -> run.fail(new Failure(ErrorCode.STOPPED, "Stopped on request.")));
        return new StopAnswer(true, "The job stops; start the sync again to continue where it was.");
    }

    private Progress progress(FlightProject project, long execution) {
        ImageTally tally = images.tally(project.id());
        Optional<SyncRun> run = runs.find(project.id()).filter(live -> live.execution() == execution);
        return new Progress(
                tally.present(),
                tally.delivered(),
                tally.failed(),
                tally.refused(),
                tally.totalBytes(),
                tally.deliveredBytes(),
                run.map(SyncRun::bytesMoved).orElse(null),
                run.map(live -> live.bytesMoved()
                                * 1000
                                / Math.max(1, live.age().toMillis()))
                        .orElse(null));
    }

    public record ListAnswer(boolean success, List<JobView> jobs, int count) {}

    public record Answer(boolean success, Detail job) {}

    public record StopAnswer(boolean success, String message) {}

    public record Detail(
            long jobId,
            String jobName,
            String status,
            String exitStatus,
            java.time.Instant startedAt,
            java.time.Instant endedAt,
            Long projectId,
            String flightName,
            String systemId,
            String owner,
            List<StepState> steps,
            Progress progress,
            ErrorView error,
            String occasion,
            String askedBy,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject wish,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject result) {
        static Detail of(JobView job, List<StepState> steps, Progress progress, ErrorView error, WorkView work) {
            return new Detail(
                    job.jobId(),
                    job.jobName(),
                    job.status(),
                    job.exitStatus(),
                    job.startedAt(),
                    job.endedAt(),
                    job.projectId(),
                    job.flightName(),
                    job.systemId(),
                    job.owner(),
                    steps,
                    progress,
                    error,
                    work == null ? null : work.occasion(),
                    work == null ? null : work.askedBy(),
                    work == null ? null : work.wish(),
                    work == null ? null : work.result());
        }
    }

    /** What a job that is no sync was started for, and what came of it; the result is the synchronous call's. */
    record WorkView(String occasion, String askedBy, JsonObject wish, JsonObject result) {}

    /**
     * The project's images now.
     *
     * @param bytesMoved what this run fetched so far, failed attempts included; null when it does not run here
     * @param bytesPerSecond average of this run; null when it does not run here
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
}
