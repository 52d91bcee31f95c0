package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Gets, renews and revokes tokens at Tapis. Every method throws {@link Failure} with TAPIS_UNREACHABLE, TAPIS_BUSY or
 * TAPIS_ERROR (all retryable), TAPIS_CLIENT_REFUSED or TAPIS_UNEXPECTED_ANSWER. Thread-safe.
 */
public final class TapisTokens {
    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);
    private static final String SERVICE = "authenticator";

    private final Calls<TokensApi> calls;
    private final Clock clock;

    public TapisTokens(Duration connectTimeout, Duration readTimeout, Clock clock) {
        this.calls = new Calls<>(TokensApi.class, connectTimeout, readTimeout);
        this.clock = clock;
    }

    /** @throws Failure SIGN_IN_REFUSED when user name and password don't fit */
    public IssuedTokens signIn(ClientCredentials client, String username, Secret password) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("grant_type", "password")
                .add("username", username)
                .add("password", password.reveal());
        return request(client, body, ErrorCode.SIGN_IN_REFUSED, "Tapis did not accept user name and password.");
    }

    /**
     * Tapis gives a new refresh token as well; the old one stays good until its own expiry.
     *
     * @throws Failure TOKEN_EXPIRED when Tapis doesn't accept the refresh token
     */
    public IssuedTokens refresh(ClientCredentials client, Secret refreshToken) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("grant_type", "refresh_token")
                .add("refresh_token", refreshToken.reveal());
        return request(client, body, ErrorCode.TOKEN_EXPIRED, "Tapis did not renew the token.");
    }

    /**
     * Gets the tokens for the code with which a browser came back.
     *
     * @param callback exactly as it was when the browser left
     * @param verifier of the challenge that the browser took along, when it did
     * @throws Failure SIGN_IN_REFUSED when Tapis doesn't accept the code
     */
    public IssuedTokens exchange(ClientCredentials client, Secret code, String callback, Optional<Secret> verifier) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("grant_type", "authorization_code")
                .add("code", code.reveal())
                .add("redirect_uri", callback);
        verifier.ifPresent(secret -> body.add("code_verifier", secret.reveal()));
        return request(client, body, ErrorCode.SIGN_IN_REFUSED, "Tapis did not accept the browser's code.");
    }

    /**
     * Asks for the tokens of a device's sign-in; the client's key is not needed.
     *
     * @return empty while the person has not agreed yet
     * @throws Failure SIGN_IN_REFUSED when the code is unknown or over
     */
    public Optional<IssuedTokens> poll(ClientCredentials client, Secret deviceCode) {
        Instant askedAt = clock.instant();
        String body = Json.createObjectBuilder()
                .add("grant_type", "device_code")
                .add("client_id", client.clientId())
                .add("device_code", deviceCode.reveal())
                .build()
                .toString();
        URI tokenUrl = client.tokenUrl();
        Answer answer = calls.run(tokenUrl, () -> calls.at(tokenUrl).request(null, body));
        if (answer.notReady()) {
            return Optional.empty();
        }
        if (answer.refused()) {
            throw new Failure(ErrorCode.SIGN_IN_REFUSED, "Tapis does not know the device's code, or not any more.");
        }
        if (!answer.success()) {
            throw answer.failure(SERVICE);
        }
        return Optional.of(tokens(answer.result(), askedAt));
    }

    /** Does nothing when Tapis doesn't know the token as a valid one. */
    public void revoke(URI baseUrl, Secret token) {
        String body =
                Json.createObjectBuilder().add("token", token.reveal()).build().toString();
        URI tokenUrl = ClientCredentials.usualTokenUrl(baseUrl);
        Answer answer = calls.run(tokenUrl, () -> calls.at(tokenUrl).revoke(body));
        if (!answer.success() && !answer.refused()) {
            throw answer.failure(SERVICE);
        }
    }

    private IssuedTokens request(ClientCredentials client, JsonObjectBuilder body, ErrorCode refusal, String detail) {
        Instant askedAt = clock.instant();
        URI tokenUrl = client.tokenUrl();
        String text = body.build().toString();
        Answer answer = calls.run(tokenUrl, () -> calls.at(tokenUrl).request(client.basic(), text));
        if (answer.refused() && answer.namesClientCredentials()) {
            throw new Failure(
                    ErrorCode.TAPIS_CLIENT_REFUSED, "Tapis did not accept the client " + client.clientId() + ".");
        }
        if (answer.refused()) {
            throw new Failure(refusal, detail);
        }
        if (!answer.success()) {
            throw answer.failure(SERVICE);
        }
        return tokens(answer.result(), askedAt);
    }

    private static IssuedTokens tokens(JsonObject result, Instant askedAt) {
        try {
            JsonObject access = result.getJsonObject("access_token");
            JsonObject refresh = result.containsKey("refresh_token") && !result.isNull("refresh_token")
                    ? result.getJsonObject("refresh_token")
                    : null;
            return new IssuedTokens(
                    new Secret(access.getString("access_token")),
                    expiry(access, askedAt),
                    Optional.ofNullable(refresh).map(token -> new Secret(token.getString("refresh_token"))),
                    Optional.ofNullable(refresh).map(token -> expiry(token, askedAt)),
                    askedAt);
        } catch (NullPointerException | ClassCastException | DateTimeException e) {
            throw new Failure(
                    ErrorCode.TAPIS_UNEXPECTED_ANSWER, "The token answer has other fields than were expected.");
        }
    }

    /** The life span is better than the date, as it doesn't depend on two clocks being equal. */
    private static Instant expiry(JsonObject token, Instant askedAt) {
        if (token.containsKey("expires_in") && !token.isNull("expires_in")) {
            long seconds = token.getJsonNumber("expires_in").longValue();
            return askedAt.plusSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds())));
        }
        return OffsetDateTime.parse(token.getString("expires_at")).toInstant();
    }
}
