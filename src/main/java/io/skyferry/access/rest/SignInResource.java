package io.skyferry.access.rest;

import io.skyferry.access.audit.AuditNote;
import io.skyferry.access.session.AttemptLimit;
import io.skyferry.access.session.SignIn;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sign-in for callers without a browser. */
@Path("/skyferry/sign-in")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
@SecurityRequirements
public class SignInResource {
    @Inject
    private SignIn signIn;

    @Inject
    private AttemptLimit limit;

    @Inject
    private AuditNote note;

    @Context
    private HttpServletRequest request;

    @POST
    @BodyLimit
    @Operation(summary = "Signs in at Tapis with name and password and keeps the tokens for later work.")
    public SignedIn post(Credentials body) {
        Credentials credentials = Credentials.checked(body);
        StoredToken token = limit.run(
                credentials.username(),
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                () -> signIn.signIn(credentials.username(), credentials.secret(), credentials.client()));
        note.by(Owner.parse(token.key().owner()));
        return SignedIn.of(token);
    }
}
