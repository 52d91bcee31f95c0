package io.skyferry.flight.preview;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import io.skyferry.tapis.TapisSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the images of a flight were taken. */
@Path("skyferry/flights/{id:\\d{1,18}}/positions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flights")
public class PositionsResource {
    /** @param all false or absent: an even sample of 200 */
    public record Wish(Boolean all) {}

    public record Answer(boolean success, Positions positions) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private Previews previews;

    @Inject
    private TapisSessions sessions;

    @GET
    @Operation(
            operationId = "getPositions",
            summary = "Show where images were taken",
            description = "The first call starts reading; repeat it until the state is READY or FAILED.")
    public Answer get(@PathParam("id") long id) {
        return answer(id, false);
    }

    @POST
    @BodyLimit
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readPositions", summary = "Read the positions of all images, or of a sample")
    public Answer read(@PathParam("id") long id, Wish wish) {
        return answer(id, Boolean.TRUE.equals(Fields.body(wish).all()));
    }

    private Answer answer(long id, boolean all) {
        Caller who = caller.get();
        return new Answer(true, previews.get(who.owner(), id, all, () -> sessions.forCaller(who)));
    }
}
