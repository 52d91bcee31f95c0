package io.skyferry.access.rest;

import io.skyferry.access.audit.AuditNote;
import io.skyferry.access.session.DeviceSignIn;
import io.skyferry.access.terminal.TerminalLogins;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sign-in from a terminal, without giving it a password. */
@Path("/skyferry/device-sign-in")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
@SecurityRequirements
public class DeviceSignInResource {

    /** @param clientId absent: the first active client */
    public record Wish(String clientId) {}

    /** @param interval seconds to wait between two polls, at least */
    public record Begun(
            boolean success,
            String clientId,
            String deviceCode,
            String userCode,
            String verificationUri,
            String expiresAt,
            int interval) {
        /** Whoever has the device's code gets the tokens. */
        @Override
        public String toString() {
            return "Begun[" + clientId + "]";
        }
    }

    public record Poll(String clientId, String deviceCode) {
        @Override
        public String toString() {
            return "Poll[" + clientId + "]";
        }
    }

    /** @param renewalToken absent: the request itself carries a token that is still good */
    public record Renewal(String clientId, String renewalToken) {
        @Override
        public String toString() {
            return "Renewal[" + clientId + "]";
        }
    }

    /**
     * @param pending whether the person has not agreed yet; then nothing else is there
     * @param accessToken for the terminal; the server keeps the tokens, too, for work that runs later
     * @param renewalToken for {@code renew}, once the access token has expired; given once, with the first one
     */
    public record Given(
            boolean success,
            boolean pending,
            String user,
            String clientId,
            String accessToken,
            String expiresAt,
            String renewalToken) {

        static final Given PENDING = new Given(true, true, null, null, null, null, null);

        static Given of(StoredToken token, String renewalToken) {
            return new Given(
                    true,
                    false,
                    token.key().owner(),
                    token.key().clientId(),
                    token.tokens().accessToken().reveal(),
                    token.tokens()
                            .accessExpiry()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString(),
                    renewalToken);
        }

        @Override
        public String toString() {
            return "Given[" + user + "]";
        }
    }

    @Inject
    private CurrentCaller caller;

    @Inject
    private DeviceSignIn devices;

    @Inject
    private TerminalLogins logins;

    @Inject
    private AuditNote note;

    @POST
    @BodyLimit
    @Operation(summary = "Begins: the person opens the address and enters the user code.")
    public Begun begin(Wish body) {
        DeviceSignIn.Begun begun = devices.begin(Optional.ofNullable(body).map(Wish::clientId));
        return new Begun(
                true,
                begun.clientId(),
                begun.code().deviceCode().reveal(),
                begun.code().userCode(),
                begun.code().verificationUri(),
                begun.code().expiresAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                5);
    }

    @POST
    @Path("/poll")
    @BodyLimit
    @Operation(summary = "Asks whether the person has agreed, and gives the token when he has.")
    @APIResponseSchema(value = Given.class, responseCode = "200")
    public Response poll(Poll body) {
        Poll asked = Fields.body(body);
        String clientId = new NamedText("client_id", asked.clientId()).required(80);
        Secret code = new Secret(new NamedText("device_code", asked.deviceCode()).required(500));
        Optional<StoredToken> token = devices.poll(clientId, code);
        token.ifPresentOrElse(given -> note.by(Owner.parse(given.key().owner())), note::nothingChanged);
        return unkept(token.map(
                        given -> Given.of(given, logins.open(given.key()).reveal()))
                .orElse(Given.PENDING));
    }

    @POST
    @Path("/renew")
    @BodyLimit
    @Operation(summary = "A fresh token for a renewal token, or in place of the one that the request carries.")
    @APIResponseSchema(value = Given.class, responseCode = "200")
    public Response renew(Renewal body) {
        String clientId = new NamedText("client_id", Fields.body(body).clientId()).required(80);
        if (body.renewalToken() == null) {
            return unkept(Given.of(devices.renew(caller.get(), clientId), null));
        }
        TokenKey key = logins.use(new Secret(new NamedText("renewal_token", body.renewalToken()).required(500)))
                .filter(known -> known.clientId().equals(clientId))
                .orElseThrow(() -> new Failure(ErrorCode.TOKEN_EXPIRED, "This terminal is not logged in any more."));
        note.by(Owner.parse(key.owner()));
        return unkept(Given.of(devices.get(key), null));
    }

    private static Response unkept(Given given) {
        return Response.ok(given).header("Cache-Control", "no-store").build();
    }
}
