package io.skyferry.console;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deleting old jobs all at once; for operators. */
@Path("skyferry/jobs/purge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class PurgeJobsResource {
    private static final int MOST_DAYS = 36500;

    @Inject
    private CurrentCaller caller;

    @Inject
    private JobPurge purge;

    /** @param olderThanDays whole days since the job ended; 0 = all that are over */
    public record Age(Integer olderThanDays) {}

    public record Answer(boolean success, String message, int purged) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "purgeJobs", summary = "Delete records and logs of jobs that ended long ago")
    public Answer purge(Age age) {
        caller.getOperator();
        Integer days = Fields.body(age).olderThanDays();
        if (days == null || days < 0 || days > MOST_DAYS) {
            throw Fields.invalid("older_than_days", "must be a whole number from 0 to " + MOST_DAYS);
        }
        int purged = purge.purgeOlderThan(Duration.ofDays(days));
        return new Answer(true, "Records and logs of " + purged + " jobs are deleted; all else stays.", purged);
    }
}
