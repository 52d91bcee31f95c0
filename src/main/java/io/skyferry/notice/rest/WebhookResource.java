package io.skyferry.notice.rest;

import io.skyferry.notice.hook.Webhook;
import io.skyferry.notice.hook.Webhooks;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's web hook. */
@Path("skyferry/notices/webhook")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices")
public class WebhookResource {
    public record Body(String url) {}

    /** @param secret shown here and never again */
    public record Made(boolean success, WebhookView webhook, String secret) {}

    public record Done(boolean success, String message) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private Webhooks hooks;

    @PUT
    @BodyLimit
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setWebhook",
            summary = "Has the caller's notices posted to an https address.",
            description = "Signed as Standard Webhooks says. The answer shows the secret, once.")
    @APIResponseSchema(value = Made.class, responseCode = "200")
    public Response put(Body body) {
        Webhook hook = hooks.set(caller.get().owner(), Fields.body(body).url());
        return Response.ok(new Made(true, WebhookView.of(hook), hook.secret().reveal()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/test")
    @Operation(operationId = "testWebhook", summary = "Posts a test notice; the deliveries show what became of it.")
    public Done test() {
        hooks.test(caller.get().owner());
        return new Done(true, "A test is on its way.");
    }

    @DELETE
    @Operation(operationId = "removeWebhook", summary = "Ends posting; what still waits is dropped.")
    public Done delete() {
        boolean removed = hooks.remove(caller.get().owner());
        return new Done(true, removed ? "The web hook was removed." : "There was no web hook.");
    }
}
