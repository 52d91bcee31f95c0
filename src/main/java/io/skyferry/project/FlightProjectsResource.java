package io.skyferry.project;

import io.skyferry.platform.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The caller's projects that were made from flights. */
@Path("tapis-storage/flight-projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlightProjectsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger ledger;

    @Inject
    private ImageTallies tallies;

    @GET
    @Operation(operationId = "listFlightProjects", summary = "List your projects that were made from flights")
    public Answer list() {
        List<FlightProject> projects = ledger.listOf(caller.get().owner());
        Map<Long, ImageTally> counts =
                tallies.of(projects.stream().map(FlightProject::id).toList());
        List<ProjectView> views = projects.stream()
                .map(project -> ProjectView.of(project, counts.getOrDefault(project.id(), ImageTally.NONE)))
                .toList();
        return new Answer(true, views, views.size());
    }

    public record Answer(boolean success, List<ProjectView> projects, int count) {}
}
