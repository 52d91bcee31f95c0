package io.skyferry.notice.rest;

import io.skyferry.notice.choice.Addresses;
import io.skyferry.notice.choice.Wishes;
import io.skyferry.notice.hook.WebhookStore;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Of what the caller is told, and where. */
@Path("skyferry/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices")
public class NoticesResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Settings settings;

    @Inject
    private Wishes wishes;

    @Inject
    private Addresses addresses;

    @Inject
    private WebhookStore hooks;

    @GET
    @Operation(operationId = "getNotices", summary = "The caller's address, wishes and web hook.")
    public NoticesAnswer get() {
        return answer(caller.get().owner());
    }

    @POST
    @BodyLimit
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeNotices",
            summary = "Changes what the body names.",
            description = "A new address is mailed a link that confirms it; \"\" forgets the address.")
    public NoticesAnswer change(NoticesBody body) {
        Owner owner = caller.get().owner();
        NoticesBody checked =
                Fields.body(body).checked(settings.notices().mail().isPresent());
        wishes.change(owner, checked.wantedOccasions(), checked.wantedMail(), checked.wantedMinutes());
        checked.givenAddress().ifPresent(address -> {
            if (address.isEmpty()) {
                addresses.forget(owner);
            } else {
                addresses.give(owner, address);
            }
        });
        return answer(owner);
    }

    @POST
    @Path("/confirmation")
    @Operation(operationId = "sendConfirmation", summary = "Mails the link that confirms the address once more.")
    public NoticesAnswer askAgain() {
        Owner owner = caller.get().owner();
        addresses.askAgain(owner);
        return answer(owner);
    }

    private NoticesAnswer answer(Owner owner) {
        return NoticesAnswer.of(settings.notices(), wishes.choice(owner), wishes.occasions(owner), hooks.find(owner));
    }
}
