package io.skyferry.console;

import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How things stand, in numbers. */
@Path("skyferry/summary")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobSummaryResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobRuns runs;

    @Inject
    private RunFollowing following;

    @Inject
    private Clock clock;

    /**
     * @param jobs by state, all that are recorded
     * @param lastDay by state, those that were created in the last 24 hours
     * @param failedLastDay failed, or waiting for somebody's decision
     */
    public record Answer(
            boolean success, Map<String, Long> jobs, Map<String, Long> lastDay, long running, long failedLastDay) {}

    @GET
    @Operation(operationId = "getSummary", summary = "Jobs by state, now and in the last 24 hours")
    public Answer get() {
        JobFilter visible = JobFilter.all(JobCatalog.visibleTo(caller.get()));
        following.refreshSometimes();
        Map<RunState, Long> all = runs.count(visible);
        Map<RunState, Long> day =
                runs.count(visible.startedSince(clock.instant().minus(Duration.ofDays(1))));
        return new Answer(
                true,
                JobsResource.counted(all),
                JobsResource.counted(day),
                all.getOrDefault(RunState.RUNNING, 0L) + all.getOrDefault(RunState.STOPPING, 0L),
                day.getOrDefault(RunState.FAILED, 0L) + day.getOrDefault(RunState.ATTENTION, 0L));
    }
}
