package io.skyferry.transfer;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The syncs of one project. */
@Path("skyferry/projects/{id:\\d{1,18}}/syncs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs")
public class ProjectSyncsResource {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private Claims claims;

    @Inject
    private SyncRecords records;

    @Inject
    private OwnSyncs syncs;

    /** @param next the {@code after} of the next page; null on the last one */
    public record Answer(boolean success, List<SyncItem> syncs, int count, Long next) implements Paged {}

    /**
     * @param status RUNNING, COMPLETED, FAILED, STOPPED or INTERRUPTED
     * @param outcome the job's exit status; null until it ended
     * @param bytesMoved null until it ended
     */
    public record SyncItem(
            long jobId,
            String status,
            String outcome,
            Wishes wishes,
            Instant startedAt,
            Instant endedAt,
            Long bytesMoved,
            String follow) {
        static SyncItem of(SyncRecord sync, boolean running) {
            SyncOptions options = sync.options();
            return new SyncItem(
                    sync.jobId(),
                    status(sync, running),
                    sync.outcome().orElse(null),
                    new Wishes(options.retryRefused(), options.processWithout(), options.reprocess()),
                    sync.startedAt(),
                    sync.endedAt().orElse(null),
                    sync.bytesMoved().orElse(null),
                    "/api/skyferry/jobs/" + sync.jobId());
        }

        private static String status(SyncRecord sync, boolean running) {
            if (sync.endedAt().isEmpty()) {
                return running ? "RUNNING" : "INTERRUPTED";
            }
            String outcome = sync.outcome().orElse("");
            return outcome.equals("FAILED:STOPPED") ? "STOPPED" : outcome.startsWith("FAILED") ? "FAILED" : "COMPLETED";
        }
    }

    /**
     * What whoever starts a sync wants of it.
     *
     * @param retryRefused brings refused images again
     * @param processWithoutFailed processes although images failed or were refused
     * @param reprocess adds new images to a processed task and has it processed again
     */
    public record Wishes(Boolean retryRefused, Boolean processWithoutFailed, Boolean reprocess) {
        SyncOptions options() {
            return new SyncOptions(
                    Boolean.TRUE.equals(retryRefused),
                    Boolean.TRUE.equals(processWithoutFailed),
                    Boolean.TRUE.equals(reprocess));
        }
    }

    @GET
    @Operation(operationId = "listProjectSyncs", summary = "List a project's syncs, newest first")
    public Answer list(
            @PathParam("id") long id,
            @QueryParam("after") @Parameter(description = "The next of an earlier answer.") String after,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    String limit) {
        int most = Query.limit(limit, USUAL, MOST);
        long before = Query.number("after", after, 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        FlightProject project = projects.getFor(caller.get(), id);
        List<SyncRecord> rows = records.list(project.id(), before, most + 1);
        boolean held = claims.isHeld(project.id());
        Long running = claims.findRunningExecution(project.id()).orElse(null);
        List<SyncItem> page = rows.stream()
                .limit(most)
                .map(row -> SyncItem.of(row, held && (running == null || running == row.jobId())))
                .toList();
        Long next = rows.size() > most ? page.get(most - 1).jobId() : null;
        return new Answer(true, page, page.size(), next);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startProjectSync", summary = "Start a sync of the project, with wishes")
    public SyncAnswer start(@PathParam("id") long id, Wishes wishes) {
        return syncs.start(id, Fields.body(wishes).options());
    }
}
