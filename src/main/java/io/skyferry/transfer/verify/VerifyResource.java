package io.skyferry.transfer.verify;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether WebODM still holds what was delivered. */
@Path("skyferry/projects/{id:\\d{1,18}}/verify")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private Verification verification;

    @Inject
    private VerificationLedger ledger;

    @Inject
    private Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "verifyProject", summary = "Compare what WebODM holds with what was delivered")
    public Answer verify(@PathParam("id") long id, Request request) {
        boolean full = Boolean.TRUE.equals(Fields.body(request).full());
        FlightProject project = projects.getOf(caller.get().owner(), id);
        verification.start(project, full);
        return answer(project, 100);
    }

    @GET
    @Operation(operationId = "getVerification", summary = "Show the project's last verification and what differs")
    public Answer get(@PathParam("id") long id, @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > VerificationLedger.MOST_FINDINGS) {
            throw Fields.invalid("limit", "must be from 1 to " + VerificationLedger.MOST_FINDINGS);
        }
        return answer(projects.getFor(caller.get(), id), limit);
    }

    private Answer answer(FlightProject project, int limit) {
        View view = ledger.find(project.id())
                .map(row -> new View(
                        row.state(clock.instant()),
                        row.isFull(),
                        row.startedAt(),
                        row.updatedAt(),
                        row.images(),
                        row.checked(),
                        row.differences(),
                        ledger.listFindings(project.id(), limit),
                        row.errorCode()
                                .map(code -> ErrorView.of(code, row.errorText()))
                                .orElse(null)))
                .orElse(null);
        return new Answer(true, view);
    }

    /** @param full whether every image is read and hashed, not only asked for its size */
    public record Request(Boolean full) {}

    /** @param verification null when there was none yet */
    public record Answer(boolean success, View verification) {}

    /**
     * @param state {@code RUNNING}, {@code DONE}, {@code FAILED}, or {@code INTERRUPTED} when its server died
     * @param images how many there are to check, {@code checked} of them are
     * @param differences how many were found; {@code findings} names the first ones
     */
    public record View(
            String state,
            boolean full,
            Instant startedAt,
            Instant updatedAt,
            long images,
            long checked,
            long differences,
            List<Finding> findings,
            ErrorView error) {}
}
