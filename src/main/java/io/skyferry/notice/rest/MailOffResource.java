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

/** Turns mail off, by the link that is in every mail. */
@Path("skyferry/notices/off")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
@Tag(name = "notices")
@SecurityRequirements
public class MailOffResource {
    @Inject
    private MailLinks links;

    @Inject
    private Addresses addresses;

    @Inject
    private AuditNote note;

    @GET
    @Operation(
            operationId = "askMailOff",
            summary = "Asks whether to turn mail off; changes nothing. Needs no sign-in.")
    public Response ask(@QueryParam("token") String token) {
        return links.findOff(token).isPresent()
                ? LinkPage.asking("Turn mail off?", "Skyferry will send no mail to this address.", "Turn mail off")
                : unknown();
    }

    @POST
    @Operation(
            operationId = "turnMailOff",
            summary = "Turns mail off; also the one-click POST of RFC 8058. Needs no sign-in.")
    public Response turnOff(@QueryParam("token") String token) {
        Optional<Owner> owner = addresses.turnOff(token);
        owner.ifPresent(note::by);
        return owner.isPresent()
                ? LinkPage.saying(200, "Mail is off", "You can turn it on again among your preferences.")
                : unknown();
    }

    private static Response unknown() {
        return LinkPage.saying(404, "Nothing to turn off", "This link belongs to an address that gets no mail.");
    }
}
