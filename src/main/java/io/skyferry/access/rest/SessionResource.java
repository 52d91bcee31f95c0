package io.skyferry.access.rest;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.session.OwnTokens;
import io.skyferry.access.terminal.TerminalLogins;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.BodyLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is, and the end of his browser session. */
@Path("/skyferry")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class SessionResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private TerminalLogins logins;

    @Inject
    private OwnTokens tokens;

    @Context
    private HttpHeaders headers;

    @GET
    @Path("/me")
    @Operation(summary = "Who the caller is and what he may do.")
    public Me me() {
        Caller present = caller.get();
        return Me.of(
                present,
                kept().flatMap(sessions::find).filter(session -> session.owner().equals(present.owner())));
    }

    @POST
    @Path("/sign-out")
    @BodyLimit
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends the browser session, or all of the caller's. Stored tokens stay, for work that runs.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignOut.Body.class)))
    @APIResponseSchema(value = Done.class, responseCode = "200")
    public Response signOut(String body) {
        SignOut asked = SignOut.of(body);
        Caller present = caller.get();
        kept().ifPresent(sessions::close);
        if (asked.everywhere()) {
            sessions.closeAll(present.owner());
            logins.closeAll(present.owner());
        }
        asked.renewalToken().ifPresent(logins::close);
        if (asked.revoke()) {
            tokens.revokePresented(present);
        }
        return Response.ok(new Done(true, "You are signed out."))
                .header(HttpHeaders.SET_COOKIE, cookies.noSession())
                .build();
    }

    private Optional<Secret> kept() {
        return Optional.ofNullable(headers.getCookies().get(cookies.sessionName()))
                .map(Cookie::getValue)
                .map(Secret::new);
    }
}
