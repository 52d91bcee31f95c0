package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.FlaskTokenFilter;
import io.skyferry.sandbox.tapis.token.Revocations;
import io.skyferry.sandbox.tapis.token.TokenMint;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;

/** All of {@code /v3/oauth2}. */
public final class Authenticator {
    private static final Duration CODE_LIFETIME = Duration.ofSeconds(606);

    private final TokenMint mint;
    private final String baseUrl;
    private final AuthorizePages authorize;
    private final DevicePages device;
    private final TokensApi tokens;
    private final ClientsApi clients;
    private final ProfilesApi profiles;
    private volatile boolean s256;

    public Authenticator(
            World world, TokenMint mint, Revocations revocations, Lifetimes lifetimes, Clock clock, String baseUrl) {
        Clients known = new Clients(world.clients());
        Sessions sessions = new Sessions(clock);
        Codes<CodeGrant> codes = new Codes<>(clock, CODE_LIFETIME);
        Codes<DeviceGrant> devices = new Codes<>(clock, DevicePages.LIFETIME);
        FlaskTokenFilter filter = new FlaskTokenFilter(mint);
        this.mint = mint;
        this.baseUrl = baseUrl;
        authorize = new AuthorizePages(world, known, sessions, codes);
        device = new DevicePages(known, sessions, devices, clock, baseUrl);
        tokens = new TokensApi(world, known, mint, revocations, lifetimes, codes, devices);
        clients = new ClientsApi(known, filter, clock);
        profiles = new ProfilesApi(world, filter);
    }

    /** Whether challenges by S256 are announced and demanded of whoever sent one; not so in today's Tapis. */
    public void s256(boolean accepted) {
        s256 = accepted;
        authorize.s256(accepted);
    }

    public void addTo(Router router) {
        authorize.addTo(router);
        device.addTo(router);
        tokens.addTo(router);
        clients.addTo(router);
        profiles.addTo(router);
        router.get(
                        "/v3/oauth2/hello",
                        request -> FlaskEnvelope.ok("Hello from the Tapis Authenticator.", Json.createValue("")))
                .get("/v3/oauth2/ready", request -> FlaskEnvelope.ok("Service is ready.", Json.createValue("")))
                .get("/v3/oauth2/.well-known/oauth-authorization-server", request -> metadata())
                .get("/v3/oauth2/jwks", request -> jwks());
    }

    private Answer jwks() {
        return Answer.json(
                200, Json.createObjectBuilder().add("keys", mint.jwks()).build());
    }

    /** Its token endpoint is wrong, as the real one's: tokens are given at {@code /tokens}. */
    private Answer metadata() {
        String own = baseUrl + "/v3/oauth2";
        JsonObjectBuilder metadata = Json.createObjectBuilder()
                .add("issuer", baseUrl + "/v3/tokens")
                .add("authorization_endpoint", own + "/authorize")
                .add("token_endpoint", own + "/token")
                .add("jwks_uri", baseUrl + "/v3/tenants/" + mint.tenant())
                .add("registration_endpoint", own + "/clients")
                .add(
                        "grant_types_supported",
                        Json.createArrayBuilder()
                                .add("password")
                                .add("authorization_code")
                                .add("refresh_token")
                                .add("device_code"));
        if (s256) {
            metadata.add(
                    "code_challenge_methods_supported",
                    Json.createArrayBuilder().add("S256"));
        }
        return FlaskEnvelope.ok("OAuth server metadata retrieved successfully.", metadata.build());
    }
}
