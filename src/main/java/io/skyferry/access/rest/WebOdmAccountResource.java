package io.skyferry.access.rest;

import io.skyferry.access.vault.LedgerAccounts;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.webodm.LinkedAccounts.LinkedAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The WebODM account that Skyferry uses for the caller, where it is set up to use linked accounts. */
@Path("/skyferry/webodm-account")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webodm-account")
public class WebOdmAccountResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private LedgerAccounts accounts;

    @GET
    @Operation(summary = "The name of the linked WebODM account.")
    public LinkedAccountAnswer get() {
        String username = accounts.findUsername(caller.get().owner()).orElse(null);
        return new LinkedAccountAnswer(true, username != null, username);
    }

    @PUT
    @BodyLimit
    @Operation(summary = "Links a WebODM account; the password is kept encrypted.")
    public LinkedAccountAnswer put(Credentials body) {
        Owner owner = caller.get().owner();
        Credentials credentials = Credentials.checked(body);
        accounts.put(owner, new LinkedAccount(credentials.username(), credentials.secret()));
        return new LinkedAccountAnswer(true, true, credentials.username());
    }

    @DELETE
    @Operation(summary = "Forgets the linked WebODM account.")
    public LinkedAccountAnswer delete() {
        accounts.delete(caller.get().owner());
        return new LinkedAccountAnswer(true, false, null);
    }
}
