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
import io.skyferry.project.SyncProgress;
import io.skyferry.project.SyncProgressBook;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncRuns;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
    private SyncProgressBook book;

    @GET
    @Operation(operationId = "listJobs", summary = "List the newest jobs, newest first")
    public ListAnswer list(@QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Fields.invalid("limit", "must be from 1 to " + MOST);
        }
        List<JobView> views = catalog.listFor(caller.get(), limit).stream()
                .map(job -> JobView.of(job.execution(), job.project()))
                .toList();
        return new ListAnswer(true, views, views.size());
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Operation(operationId = "getJob", summary = "Show one job with its steps and progress")
    public Answer get(@PathParam("id") long id) {
        JobCatalog.SyncJob job = catalog.getFor(caller.get(), id);
        FlightProject project = job.project();
        return new Answer(
                true,
                Detail.of(
                        JobView.of(job.execution(), project),
                        jobs.listSteps(id),
                        progress(project, id),
                        project.errorCode()
                                .map(code -> ErrorView.of(code, project.errorText()))
                                .orElse(null)));
    }

    @POST
    @Path("{id:\\d{1,18}}/stop")
    @Operation(operationId = "stopJob", summary = "Stop a running job; what is delivered stays delivered")
    public StopAnswer stop(@PathParam("id") long id) {
        JobCatalog.SyncJob job = catalog.getFor(caller.get(), id);
        jobs.stop(id);
        runs.find(job.project().id())
                .filter(run -> run.execution() == id)
                .ifPresent(run -> run.fail(new Failure(ErrorCode.STOPPED, "Stopped on request.")));
        return new StopAnswer(true, "The job stops; start the sync again to continue where it was.");
    }

    private Progress progress(FlightProject project, long execution) {
        ImageTally tally = images.tally(project.id());
        Optional<SyncProgress> run =
                book.find(project.id()).filter(known -> known.jobId() == execution && known.running());
        return new Progress(
                tally.present(),
                tally.delivered(),
                tally.failed(),
                tally.refused(),
                tally.totalBytes(),
                tally.deliveredBytes(),
                run.map(SyncProgress::bytesDownloaded).orElse(null),
                run.map(SyncProgress::bytesPerSecond).orElse(null));
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
            ErrorView error) {
        static Detail of(JobView job, List<StepState> steps, Progress progress, ErrorView error) {
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
                    error);
        }
    }

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
}
