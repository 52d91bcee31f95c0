package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.webodm.WebOdm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One project, with what WebODM says about it now. */
@Path("skyferry/projects/{id:\\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
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
    private WebOdm webOdm;

    @GET
    @Operation(operationId = "getProject", summary = "Show one project, its images by state and WebODM's progress")
    public Answer get(@PathParam("id") long id) {
        FlightProject project = following.refreshed(ledger.getOf(caller.get().owner(), id));
        ImageTally tally = tallies.of(List.of(project.id())).getOrDefault(project.id(), ImageTally.NONE);
        return new Answer(true, view(project, ProjectView.of(project, tally)));
    }

    private Detail view(FlightProject project, ProjectView view) {
        String task = project.webOdmTaskId().orElse(null);
        WebOdmView there = new WebOdmView(
                webOdm.baseUrl() + "/dashboard/?project_task_open=" + view.id() + "&project_task_expanded=" + task,
                webOdm.baseUrl() + "/map/project/" + view.id() + "/task/" + task + "/",
                project.state().isWithWebOdm() ? project.state().name() : null,
                project.runningProgress());
        SyncView sync = claims.isHeld(project.id())
                ? new SyncView(true, claims.findRunningExecution(project.id()).orElse(null))
                : null;
        return new Detail(
                view.id(),
                view.name(),
                view.description(),
                view.state(),
                view.flightName(),
                view.systemId(),
                task,
                view.imageCount(),
                view.images(),
                view.bytes(),
                error(project).orElse(null),
                there,
                sync,
                progress.find(project.id()).orElse(null));
    }

    private static Optional<ErrorView> error(FlightProject project) {
        return project.errorCode().map(code -> ErrorView.of(code, project.errorText()));
    }

    public record Answer(boolean success, Detail project) {}

    public record Detail(
            long id,
            String name,
            String description,
            String state,
            String flightName,
            String systemId,
            String taskId,
            int imageCount,
            ProjectView.ImagesView images,
            ProjectView.BytesView bytes,
            ErrorView error,
            WebOdmView webodm,
            SyncView sync,
            SyncProgress progress) {}

    /** Addresses are WebODM's own pages. */
    public record WebOdmView(String projectUrl, String taskUrl, String status, double runningProgress) {}

    public record SyncView(boolean running, Long jobId) {}

    /** A failure as ledger rows keep it, with the catalogue's hint. */
    public record ErrorView(String code, String detail, String hint) {
        public static ErrorView of(ErrorCode code, String detail) {
            return new ErrorView(code.name(), detail, code.hint());
        }
    }
}
