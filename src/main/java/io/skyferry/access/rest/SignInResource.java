package io.skyferry.access.rest;

import io.skyferry.access.session.SignIn;
import io.skyferry.platform.rest.BodyLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sign-in for callers without a browser. */
@Path("/skyferry/sign-in")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class SignInResource {
    @Inject
    private SignIn signIn;

    @POST
    @BodyLimit
    @Operation(summary = "Signs in at Tapis with name and password and keeps the tokens for later work.")
    public SignedIn post(Credentials body) {
        Credentials credentials = Credentials.checked(body);
        return SignedIn.of(signIn.signIn(credentials.username(), credentials.secret(), credentials.client()));
    }
}
