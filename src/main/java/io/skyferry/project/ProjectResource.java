package io.skyferry.project;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.webodm.WebOdm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One project, with what WebODM says about it now. */
@Path("skyferry/projects/{id:\\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger ledger;

    @Inject
    private ProjectFollowing following;

    @Inject
    private Claims claims;

    @Inject
    private ImageTallies tallies;

    @Inject
    private SyncProgressBook progress;

    @Inject
    private WatchList watches;

    @Inject
    private WebOdm webOdm;

    @GET
    @Operation(operationId = "getProject", summary = "Show one project, its images by state and WebODM's progress")
    public Answer get(@PathParam("id") long id) {
        FlightProject project = following.refreshed(ledger.getFor(caller.get(), id));
        ImageTally tally = tallies.of(List.of(project.id())).getOrDefault(project.id(), ImageTally.NONE);
        return new Answer(true, view(project, tally));
    }

    private ProjectDetail view(FlightProject project, ImageTally tally) {
        SyncView sync = claims.isHeld(project.id())
                ? new SyncView(true, claims.findRunningExecution(project.id()).orElse(null))
                : null;
        return new ProjectDetail(
                project.webOdmProjectId().orElseThrow(),
                project.name(),
                ProjectLooks.description(project.flight()),
                project.state().name(),
                project.owner().toString(),
                project.flight().id(),
                project.flight().name(),
                project.flight().systemId(),
                project.flight().imagesPath(),
                project.webOdmTaskId().orElse(null),
                project.createdAt(),
                project.updatedAt(),
                project.flight().imageCount(),
                ProjectView.ImagesView.of(tally),
                ProjectView.BytesView.of(tally),
                ErrorView.of(project),
                there(project),
                sync,
                ProjectAction.of(project, tally, sync != null).stream()
                        .map(ProjectAction::word)
                        .toList(),
                progress.find(project.id()).orElse(null));
    }

    private WebOdmView there(FlightProject project) {
        return WebOdmView.of(project, watches.find(project.id()), webOdm.baseUrl());
    }

    public record Answer(boolean success, ProjectDetail project) {}

    /**
     * @param id WebODM's
     * @param taskId WebODM's; null until it was made
     * @param error null when nothing is wrong
     * @param sync null when nothing works on the project
     * @param allowed what may be asked for now
     */
    public record ProjectDetail(
            long id,
            String name,
            String description,
            String state,
            String owner,
            long flightId,
            String flightName,
            String systemId,
            String imagesPath,
            String taskId,
            Instant createdAt,
            Instant updatedAt,
            int imageCount,
            ProjectView.ImagesView images,
            ProjectView.BytesView bytes,
            ErrorView error,
            WebOdmView webodm,
            SyncView sync,
            List<String> allowed,
            SyncProgress progress) {}

    /** @param jobId null for a moment at the start */
    public record SyncView(boolean running, Long jobId) {}
}
