package io.skyferry.project.browse;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's projects that were made from flights: all of them while they are few, otherwise in pages. */
@Path("tapis-storage/flight-projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class FlightProjectsResource {
    private static final int USUAL = 1000;
    private static final int MOST = 1000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectPages projects;

    @Inject
    private ImageTallies tallies;

    /** @param next the {@code after} of the next page; null on the last one */
    public record Answer(boolean success, List<ProjectView> projects, int count, String next) implements Paged {}

    @GET
    @Operation(operationId = "listFlightProjects", summary = "List your projects that were made from flights")
    public Answer list(
            @QueryParam("limit")
                    @Parameter(
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"),
                            description = "The most that one answer holds; absent: 1000.")
                    String limit,
            @QueryParam("after") @Parameter(description = "The next of an earlier answer.") String after) {
        int most = Query.limit(limit, USUAL, MOST);
        ProjectPages.Question question =
                ProjectPages.Question.of(Optional.of(caller.get().owner()));
        List<ProjectPages.Row> rows = projects.list(question, after, most + 1);
        List<ProjectPages.Row> page = rows.subList(0, Math.min(most, rows.size()));
        Map<Long, ImageTally> counts =
                tallies.of(page.stream().map(row -> row.project().id()).toList());
        List<ProjectView> views = page.stream()
                .map(row -> ProjectView.of(
                        row.project(), counts.getOrDefault(row.project().id(), ImageTally.NONE)))
                .toList();
        String next = rows.size() > most ? ProjectPages.next(page.get(most - 1).project()) : null;
        return new Answer(true, views, views.size(), next);
    }
}
