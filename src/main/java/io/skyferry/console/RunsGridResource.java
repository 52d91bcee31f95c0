package io.skyferry.console;

import io.skyferry.console.JobRuns.Entry;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Flights against their last runs, for a grid that shows at a glance which flights have trouble. */
@Path("skyferry/runs-grid")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class RunsGridResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobRuns runs;

    @Inject
    private RunFollowing following;

    /** @param outcome in plain words */
    public record Run(long jobId, String state, String outcome, Instant createdAt, Instant endedAt) {}

    /**
     * A row of the grid.
     *
     * @param projectId WebODM's
     * @param projectState where the project is now
     * @param runs newest first
     */
    public record FlightRuns(
            Long projectId, String flightName, String systemId, String owner, String projectState, List<Run> runs) {}

    public record Answer(boolean success, List<FlightRuns> flights, int count) {}

    @GET
    @Operation(operationId = "getRunsGrid", summary = "The flights that were synced last, each with its last runs")
    public Answer get(
            @QueryParam("flights") @Parameter(description = "1 to 200, 30 if absent.") String flights,
            @QueryParam("runs") @Parameter(description = "Of each flight; 1 to 50, 12 if absent.") String each) {
        int rows = Query.number("flights", flights, 1, 200).orElse(30L).intValue();
        int columns = Query.number("runs", each, 1, 50).orElse(12L).intValue();
        Optional<Owner> visibleTo = JobCatalog.visibleTo(caller.get());
        following.refreshSometimes();
        Map<Long, FlightRuns> grid = new LinkedHashMap<>();
        List<Long> projects = runs.listRecentProjects(visibleTo, rows);
        Map<Long, List<Entry>> found = runs.listNewest(projects, columns).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        entry -> entry.project().id()));
        projects.stream().filter(found::containsKey).forEach(id -> grid.put(id, row(found.get(id))));
        return new Answer(true, List.copyOf(grid.values()), grid.size());
    }

    private static FlightRuns row(List<Entry> entries) {
        var project = entries.get(0).project();
        return new FlightRuns(
                project.webOdmProjectId().orElse(null),
                project.flight().name(),
                project.flight().systemId(),
                project.owner().toString(),
                project.state().name(),
                entries.stream().map(Entry::run).map(RunsGridResource::run).toList());
    }

    private static Run run(JobRun run) {
        return new Run(run.executionId(), run.state().name(), JobOutcome.of(run), run.createdAt(), run.endedAt());
    }
}
