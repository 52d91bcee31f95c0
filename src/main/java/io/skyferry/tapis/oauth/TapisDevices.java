package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Begins the device code flow; its tokens come from {@link TapisTokens#poll}. Thread-safe. */
public final class TapisDevices {
    private final Calls<DeviceApi> calls;

    public TapisDevices(Duration connectTimeout, Duration readTimeout) {
        this.calls = new Calls<>(DeviceApi.class, connectTimeout, readTimeout);
    }

    /** @throws Failure SIGN_IN_REFUSED when the tenant has no such flow for the client; TAPIS_UNREACHABLE and its like */
    public DeviceCode begin(URI baseUrl, String clientId) {
        String body =
                Json.createObjectBuilder().add("client_id", clientId).build().toString();
        Answer answer = calls.run(baseUrl, () -> calls.at(baseUrl).begin(body));
        if (answer.refused()) {
            throw new Failure(ErrorCode.SIGN_IN_REFUSED, "The tenant gives this client no device codes.");
        }
        if (!answer.success()) {
            throw answer.failure("authenticator");
        }
        return code(answer.result());
    }

    /** {@code expires_in} is a date here, against the standard. */
    private static DeviceCode code(JsonObject result) {
        try {
            String page = result.getString("verification_uri");
            if (!page.matches("https?://[\\x21-\\x7e]{1,500}")) {
                throw new DateTimeException("no address");
            }
            return new DeviceCode(
                    new Secret(result.getString("device_code")),
                    result.getString("user_code"),
                    page,
                    OffsetDateTime.parse(result.getString("expires_in")).toInstant());
        } catch (NullPointerException | ClassCastException | DateTimeException e) {
            throw new Failure(
                    ErrorCode.TAPIS_UNEXPECTED_ANSWER, "The device code answer has other fields than were expected.");
        }
    }
}
