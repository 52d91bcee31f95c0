package io.skyferry.project.browse;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectClaim;
import io.skyferry.project.ProjectResource.SyncView;
import io.skyferry.project.ProjectState;
import io.skyferry.project.ProjectView.BytesView;
import io.skyferry.project.ProjectView.ImagesView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects in pages, newest first. */
@Path("skyferry/projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectsResource {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectPages projects;

    @Inject
    private ImageTallies tallies;

    @Inject
    private Clock clock;

    /**
     * @param states of all projects that the caller could list, how many are in which state
     * @param next the {@code after} of the next page; null on the last one
     */
    public record Answer(boolean success, List<ProjectItem> projects, int count, Map<String, Long> states, String next)
            implements Paged {}

    /**
     * @param id WebODM's
     * @param sync null when nothing works on it
     */
    public record ProjectItem(
            long id,
            String name,
            String state,
            String owner,
            long flightId,
            String flightName,
            String systemId,
            Instant createdAt,
            Instant updatedAt,
            int imageCount,
            ImagesView images,
            BytesView bytes,
            double runningProgress,
            ErrorView error,
            SyncView sync) {}

    @GET
    @Operation(operationId = "listProjects", summary = "List your projects with their counts, newest first")
    public Answer list(@BeanParam ProjectParameters given) {
        Optional<Owner> owner = OwnerChoice.oneOrAll(caller.get(), given.owner);
        int limit = Query.limit(given.limit, USUAL, MOST);
        ProjectPages.Question question = new ProjectPages.Question(
                owner,
                Query.oneOf("state", given.state, ProjectState.class),
                Query.text("system", given.system),
                Query.text("q", given.q));
        List<ProjectPages.Row> rows = projects.list(question, given.after, limit + 1);
        List<ProjectPages.Row> page = rows.subList(0, Math.min(limit, rows.size()));
        String next =
                rows.size() > limit ? ProjectPages.next(page.get(limit - 1).project()) : null;
        return new Answer(true, items(page), page.size(), states(owner), next);
    }

    private Map<String, Long> states(Optional<Owner> owner) {
        Map<String, Long> states = new LinkedHashMap<>();
        projects.count(owner).forEach((state, count) -> states.put(state.name(), count));
        return states;
    }

    private List<ProjectItem> items(List<ProjectPages.Row> page) {
        Map<Long, ImageTally> counts =
                tallies.of(page.stream().map(row -> row.project().id()).toList());
        Instant now = clock.instant();
        return page.stream()
                .map(row -> item(
                        row.project(),
                        counts.getOrDefault(row.project().id(), ImageTally.NONE),
                        sync(row.claim(), now)))
                .toList();
    }

    private static SyncView sync(ProjectClaim claim, Instant now) {
        return claim != null && claim.isHeldAt(now) ? new SyncView(true, claim.executionId()) : null;
    }

    private static ProjectItem item(FlightProject project, ImageTally tally, SyncView sync) {
        return new ProjectItem(
                project.webOdmProjectId().orElseThrow(),
                project.name(),
                project.state().name(),
                project.owner().toString(),
                project.flight().id(),
                project.flight().name(),
                project.flight().systemId(),
                project.createdAt(),
                project.updatedAt(),
                project.flight().imageCount(),
                ImagesView.of(tally),
                BytesView.of(tally),
                project.runningProgress(),
                ErrorView.of(project),
                sync);
    }
}
