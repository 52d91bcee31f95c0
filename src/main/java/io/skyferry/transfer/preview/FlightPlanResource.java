package io.skyferry.transfer.preview;

import io.skyferry.flight.Flight;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.project.FlightProject;
import io.skyferry.transfer.SyncRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sync of a flight would do now. */
@Path("skyferry/flights/{id:\\d{1,18}}/plan")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flights")
public class FlightPlanResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Previews previews;

    @Inject
    private SyncRecords syncs;

    @Inject
    private Clock clock;

    /**
     * @param project null without one
     * @param requests how many were sent to Tapis
     */
    public record Answer(
            boolean success, PlanFlight flight, PlanProject project, PlanView plan, int requests, Instant plannedAt) {}

    public record PlanFlight(long id, String name, String systemId, String imagesPath) {
        static PlanFlight of(Flight flight) {
            return new PlanFlight(flight.id(), flight.name(), flight.systemId(), flight.imagesPath());
        }
    }

    /** @param id WebODM's */
    public record PlanProject(long id, String state) {
        static PlanProject of(FlightProject project) {
            return new PlanProject(
                    project.webOdmProjectId().orElseThrow(), project.state().name());
        }
    }

    @GET
    @Operation(
            operationId = "planFlight",
            summary = "Preview a sync of the flight; costs the pages of one listing and changes nothing")
    public Answer get(@PathParam("id") long id) {
        Previews.Made made = previews.make(caller.get(), id);
        return new Answer(
                true,
                PlanFlight.of(made.flight()),
                made.project().map(PlanProject::of).orElse(null),
                PlanView.of(
                        made.preview(),
                        made.project(),
                        syncs.recentRate(made.flight().systemId())),
                made.requests(),
                clock.instant());
    }
}
