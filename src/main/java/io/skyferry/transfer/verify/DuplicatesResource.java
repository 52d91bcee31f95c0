package io.skyferry.transfer.verify;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Images with the same content, inside a flight and across the owner's flights. */
@Path("skyferry/projects/{id:\\d{1,18}}/duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {
    private static final int MOST = 1000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private Duplicates duplicates;

    @GET
    @Operation(operationId = "listDuplicates", summary = "List delivered images with the same content")
    public Answer list(@PathParam("id") long id, @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Fields.invalid("limit", "must be from 1 to " + MOST);
        }
        FlightProject project = projects.getFor(caller.get(), id);
        return new Answer(
                true,
                duplicates.countInside(project),
                duplicates.listInside(project, limit),
                duplicates.countElsewhere(project),
                duplicates.listElsewhere(project, limit));
    }

    /**
     * @param inside how many images of this flight have a twin in it, with {@code groups} of the first ones
     * @param elsewhere how many are in another flight of the owner, too, with the first {@code others}
     */
    public record Answer(
            boolean success,
            long inside,
            List<Duplicates.Group> groups,
            long elsewhere,
            List<Duplicates.Elsewhere> others) {}
}
