package io.skyferry.access.rest;

import io.skyferry.access.audit.AuditNote;
import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.browser.SignInFlow;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The browser's way through the tenant's sign-in page. Failures are pages, for clients that don't insist on JSON. */
@Path("/oauth2/tapis")
@RequestScoped
@Tag(name = "sign-in")
@SecurityRequirements
public class BrowserSignInResource {
    private static final Logger LOG = Logger.getLogger(BrowserSignInResource.class.getName());

    @Inject
    private SignInFlow flow;

    @Inject
    private OAuthClients clients;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private PublicPaths paths;

    @Inject
    private AuditNote note;

    @Context
    private HttpHeaders headers;

    @GET
    @Path("/authorize")
    @Operation(operationId = "signInWithFirstClient", summary = "Starts a sign-in with the first active client.")
    public Response authorizeFirst(@QueryParam("redirect_after") String redirectAfter) {
        return answered(() -> begun(clients.getFirst().clientId(), redirectAfter, Response.Status.FOUND));
    }

    @GET
    @Path("/authorize/{client_id}")
    @Operation(operationId = "signInWithClient", summary = "Starts a sign-in: sends the browser to the tenant's page.")
    public Response authorize(
            @PathParam("client_id") String clientId, @QueryParam("redirect_after") String redirectAfter) {
        return answered(() -> begun(clientId, redirectAfter, Response.Status.FOUND));
    }

    @POST
    @Path("/authorize/{client_id}")
    @Operation(operationId = "postSignInWithClient", summary = "The same, for scripts that post.")
    public Response authorizeByPost(
            @PathParam("client_id") String clientId, @QueryParam("redirect_after") String redirectAfter) {
        return answered(() -> begun(clientId, redirectAfter, Response.Status.SEE_OTHER));
    }

    private Response.ResponseBuilder begun(String clientId, String redirectAfter, Response.Status status) {
        SignInFlow.Begun begun = flow.begin(clientId, redirectAfter, kept(cookies.signInName()));
        return Response.status(status)
                .location(begun.page())
                .header(HttpHeaders.SET_COOKIE, cookies.signIn(begun.browser()));
    }

    @GET
    @Path("/callback")
    @Operation(operationId = "endSignIn", summary = "Where the tenant sends the browser back to.")
    public Response callback(@QueryParam("state") String state, @QueryParam("code") String code) {
        return answered(() -> {
            SignInFlow.Ended ended = flow.end(state, code, kept(cookies.signInName()));
            note.by(ended.owner());
            kept(cookies.sessionName()).ifPresent(sessions::close);
            return Response.status(Response.Status.FOUND)
                    .location(ended.redirectAfter())
                    .header(HttpHeaders.SET_COOKIE, cookies.session(sessions.open(ended.owner())));
        });
    }

    private Response answered(Supplier<Response.ResponseBuilder> work) {
        try {
            return work.get()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .build();
        } catch (Failure e) {
            if (!takesPages()) {
                throw e;
            }
            return page(e);
        } catch (RuntimeException e) {
            return page(new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong here.", e));
        }
    }

    private Response page(Failure failure) {
        String trace = UUID.randomUUID().toString();
        Level level = failure.code() == ErrorCode.INTERNAL_ERROR ? Level.SEVERE : Level.INFO;
        LOG.log(level, failure.getMessage() + " trace=" + trace, level == Level.SEVERE ? failure : null);
        return ErrorPage.of(failure, paths.signIn(), trace).build();
    }

    private boolean takesPages() {
        return headers.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::isCompatible);
    }

    private Optional<Secret> kept(String cookie) {
        return Optional.ofNullable(headers.getCookies().get(cookie))
                .map(Cookie::getValue)
                .map(Secret::new);
    }
}
