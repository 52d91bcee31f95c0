package io.skyferry.access.rest;

import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.session.OwnTokens;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's stored Tapis tokens. */
@Path("/oauth2/tapis")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class TapisTokensResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private OwnTokens tokens;

    @Inject
    private OAuthClients clients;

    @Inject
    private Clock clock;

    @GET
    @Path("/status")
    @Operation(summary = "The caller's stored tokens, without the tokens themselves.")
    public TokenStatus status() {
        Owner owner = caller.get().owner();
        return TokenStatus.of(owner, tokens.list(owner), clients, clock.instant());
    }

    @POST
    @Path("/refresh/{client_id}")
    @Operation(summary = "Renews the caller's token now.")
    public SignedIn refresh(@PathParam("client_id") String clientId) {
        return SignedIn.of(tokens.refresh(caller.get().owner(), clientId));
    }

    @POST
    @Path("/revoke/{client_id}")
    @Operation(summary = "Forgets the caller's token and revokes it at Tapis.")
    public Done revoke(@PathParam("client_id") String clientId) {
        tokens.revoke(caller.get().owner(), clientId);
        return new Done(true, "The token was revoked.");
    }
}
