package io.skyferry.notice.rest;

import io.skyferry.access.audit.AuditNote;
import io.skyferry.notice.choice.Addresses;
import io.skyferry.notice.choice.MailLinks;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Confirms an address, by the link that was mailed there. */
@Path("skyferry/notices/confirm")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
@Tag(name = "notices")
@SecurityRequirements
public class ConfirmResource {
    @Inject
    private MailLinks links;

    @Inject
    private Addresses addresses;

    @Inject
    private AuditNote note;

    @GET
    @Operation(
            operationId = "askConfirm",
            summary = "Asks whether the address is the reader's; changes nothing. Needs no sign-in.")
    public Response ask(@QueryParam("token") String token) {
        return links.findConfirm(token).isPresent()
                ? LinkPage.asking("Is this your address?", "Skyferry will send its notices there.", "Yes, it is")
                : unknown();
    }

    @POST
    @Operation(operationId = "confirmAddress", summary = "Confirms the address; works once. Needs no sign-in.")
    public Response confirm(@QueryParam("token") String token) {
        Optional<Owner> owner = addresses.confirm(token);
        owner.ifPresent(note::by);
        return owner.isPresent()
                ? LinkPage.saying(200, "Thank you", "Skyferry's notices come to this address from now on.")
                : unknown();
    }

    private static Response unknown() {
        return LinkPage.saying(
                404, "Nothing to confirm", "The link was used, is too old, or was replaced by a newer one.");
    }
}
