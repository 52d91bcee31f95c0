package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.Grant;
import io.skyferry.sandbox.tapis.token.Revocations;
import io.skyferry.sandbox.tapis.token.TokenMint;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.OAuthClient;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;

/** Gives tokens for the four grants, and revokes them. */
final class TokensApi {
    private final World world;
    private final Clients clients;
    private final TokenMint mint;
    private final Revocations revocations;
    private final Lifetimes lifetimes;
    private final Codes<CodeGrant> codes;
    private final Codes<DeviceGrant> devices;

    TokensApi(
            World world,
            Clients clients,
            TokenMint mint,
            Revocations revocations,
            Lifetimes lifetimes,
            Codes<CodeGrant> codes,
            Codes<DeviceGrant> devices) {
        this.world = world;
        this.clients = clients;
        this.mint = mint;
        this.revocations = revocations;
        this.lifetimes = lifetimes;
        this.codes = codes;
        this.devices = devices;
    }

    void addTo(Router router) {
        router.post("/v3/oauth2/tokens", this::create).post("/v3/oauth2/tokens/revoke", this::revoke);
    }

    private Answer create(Request request) throws IOException {
        TokenRequest asked = TokenRequest.of(request);
        return switch (asked.get("grant_type")) {
            case "password" -> password(asked);
            case "authorization_code" -> authorizationCode(asked);
            case "refresh_token" -> refresh(asked);
            case "device_code" -> deviceCode(asked);
            default -> throw refused("Invalid grant_type.");
        };
    }

    private Answer password(TokenRequest asked) {
        String clientId =
                asked.client().map(clients::authenticate).map(OAuthClient::id).orElse(null);
        String username = world.findUser(asked.get("username"))
                .filter(user -> user.password().equals(asked.get("password")))
                .orElseThrow(() -> refused("Invalid username/password combination."))
                .username();
        return issued(Grant.of(username, clientId, "password", null), lifetimes.access(), clientId != null);
    }

    private Answer authorizationCode(TokenRequest asked) {
        OAuthClient client = client(asked);
        String redirectUri = asked.get("redirect_uri");
        CodeGrant code = codes.find(asked.get("code"))
                .filter(grant -> grant.clientId().equals(client.id()))
                .orElseThrow(() -> refused("Invalid authorization code."));
        if (!code.redirectUri().equals(redirectUri)) {
            throw refused("Invalid redirect_uri.");
        }
        if (!code.isAnsweredBy(asked.fields().get("code_verifier"))) {
            throw refused("Invalid code_verifier.");
        }
        codes.take(asked.get("code")).orElseThrow(() -> refused("Invalid authorization code."));
        Grant grant = Grant.of(code.username(), client.id(), "authorization_code", redirectUri);
        return issued(grant, lifetimes.access(), true);
    }

    private Answer refresh(TokenRequest asked) {
        OAuthClient client = client(asked);
        String token = asked.get("refresh_token");
        JsonObject claims = mint.verify(token, "refresh")
                .filter(valid -> !revocations.contains(token))
                .map(valid -> valid.getJsonObject("tapis/access_token"))
                .filter(access -> client.id().equals(access.getString("tapis/client_id", null)))
                .orElseThrow(() -> refused("Invalid refresh_token."));
        return issued(Grant.refreshed(claims), Duration.ofSeconds(claims.getInt("ttl")), true);
    }

    private Answer deviceCode(TokenRequest asked) {
        DeviceGrant device = devices.find(asked.get("device_code"))
                .filter(grant -> grant.clientId().equals(asked.get("client_id")))
                .orElseThrow(() -> refused("Invalid device code."));
        if (device.username() == null) {
            throw refused("device code not ready.");
        }
        devices.take(asked.get("device_code")).orElseThrow(() -> refused("Invalid device code."));
        Grant grant = Grant.of(device.username(), device.clientId(), "device_code", null);
        return issued(grant, Lifetimes.DEVICE_ACCESS, true);
    }

    private OAuthClient client(TokenRequest asked) {
        return clients.authenticate(asked.client().orElse(new Credentials("None", "None")));
    }

    /** Status 200, although the published description says 201. */
    private Answer issued(Grant grant, Duration access, boolean withRefresh) {
        JsonObjectBuilder result = Json.createObjectBuilder();
        result.add("access_token", mint.access(grant, access).toJson("access_token"));
        if (withRefresh) {
            result.add(
                    "refresh_token",
                    mint.refresh(grant, lifetimes.refresh(), access).toJson("refresh_token"));
        }
        return FlaskEnvelope.ok("Token created successfully.", result.build());
    }

    private Answer revoke(Request request) throws IOException {
        String token = request.json().map(json -> json.getString("token", "")).orElse("");
        if (!revocations.revoke(token)) {
            throw refused("Invalid Tapis token.");
        }
        return FlaskEnvelope.ok("Token has been revoked.", JsonValue.NULL);
    }

    private static RuntimeException refused(String message) {
        return FlaskEnvelope.error(400, message);
    }
}
