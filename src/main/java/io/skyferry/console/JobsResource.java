package io.skyferry.console;

import io.skyferry.console.JobRuns.Entry;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Paged;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Job executions: the caller's own, or everybody's for operators. */
@Path("skyferry/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private JobCatalog catalog;

    @Inject
    private JobRuns runs;

    /**
     * @param counts for each state how many jobs the filter finds, whatever state it asks for
     * @param next what to give as {@code after} for the next page; null on the last one
     */
    public record ListAnswer(boolean success, List<JobView> jobs, int count, Map<String, Long> counts, Long next)
            implements Paged {}

    @GET
    @Operation(operationId = "listJobs", summary = "List jobs, newest first, with filters and counts by state")
    public ListAnswer list(@BeanParam JobListQuery query) {
        int limit = query.limit();
        JobFilter filter = query.filterFor(caller.get());
        List<Entry> found = catalog.list(filter, query.before(), limit + 1);
        List<JobView> page = views(found.subList(0, Math.min(limit, found.size())));
        Long next = found.size() > limit ? page.get(limit - 1).jobId() : null;
        return new ListAnswer(true, page, page.size(), counted(runs.count(filter)), next);
    }

    private List<JobView> views(List<Entry> entries) {
        Map<Long, Long> newest = runs.newestOf(entries.stream()
                .map(entry -> entry.run().projectId().orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> JobView.of(
                        entry,
                        entry.run()
                                .projectId()
                                .map(newest::get)
                                .filter(id -> id > entry.run().executionId())
                                .orElse(null)))
                .toList();
    }

    static Map<String, Long> counted(Map<RunState, Long> counts) {
        Map<String, Long> all = new LinkedHashMap<>();
        Arrays.stream(RunState.values()).forEach(state -> all.put(state.name(), counts.getOrDefault(state, 0L)));
        return all;
    }
}
