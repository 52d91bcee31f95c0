package io.skyferry.flight.preview;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.tapis.TapisSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An image of a flight, small. */
@Path("skyferry/flights/{id:\\d{1,18}}/images/{name}/thumbnail")
@RequestScoped
@Tag(name = "flights")
public class ThumbnailResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Thumbnails thumbnails;

    @Inject
    private TapisSessions sessions;

    @Context
    private Request request;

    @GET
    @Produces({"image/jpeg", "application/json"})
    @Operation(operationId = "getThumbnail", summary = "Show an image of a flight, small")
    public Response get(@PathParam("id") long id, @PathParam("name") String name) {
        Caller who = caller.get();
        Thumbnails.Picture picture = thumbnails.get(who.owner(), id, name, () -> sessions.forCaller(who));
        EntityTag tag = new EntityTag(picture.tag());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known != null
                ? known
                : Response.ok(picture.jpeg(), "image/jpeg").tag(tag);
        return answer.header("Cache-Control", "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
