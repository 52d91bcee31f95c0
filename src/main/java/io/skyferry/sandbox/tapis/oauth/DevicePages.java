package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.OAuthClient;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The device flow up to the tokens: the device's codes, and the page where its user enters one. */
final class DevicePages {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String PAGE = "/v3/oauth2/device";

    private final Clients clients;
    private final Sessions sessions;
    private final Codes<DeviceGrant> devices;
    private final Map<String, DeviceGrant> waiting = new ConcurrentHashMap<>();
    private final Clock clock;
    private final String baseUrl;

    DevicePages(Clients clients, Sessions sessions, Codes<DeviceGrant> devices, Clock clock, String baseUrl) {
        this.clients = clients;
        this.sessions = sessions;
        this.devices = devices;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    void addTo(Router router) {
        router.post("/v3/oauth2/device/code", this::begin).get(PAGE, this::page).post(PAGE, this::enter);
    }

    private Answer begin(Request request) throws IOException {
        OAuthClient client = request.json()
                .flatMap(json -> clients.find(json.getString("client_id", null)))
                .orElseThrow(() -> FlaskEnvelope.error(400, "Invalid client."));
        String userCode = devices.random(8, "BCDFGHJKLMNPQRSTVWXZ");
        DeviceGrant grant = new DeviceGrant(client.id(), userCode);
        waiting.put(userCode, grant);
        return FlaskEnvelope.ok(
                "Device code generated successfully.",
                Json.createObjectBuilder()
                        .add("device_code", devices.put(grant))
                        .add("user_code", userCode)
                        .add("client_id", client.id())
                        .add("verification_uri", baseUrl + PAGE + "?client_id=" + client.id())
                        .add("expires_in", clock.instant().plus(LIFETIME).toString())
                        .build());
    }

    private Answer page(Request request) {
        if (sessions.find(request).map(SignIn::username).isPresent()) {
            return Pages.device("");
        }
        SignIn begun = new SignIn();
        begun.next(PAGE);
        return sessions.begin(begun, Answer.redirect(302, "/v3/oauth2/login"));
    }

    private Answer enter(Request request) throws IOException {
        String username = sessions.find(request)
                .map(SignIn::username)
                .orElseThrow(() -> FlaskEnvelope.error(400, "The session expired. Start again."));
        String userCode =
                request.form().getOrDefault("user_code", List.of("")).get(0).strip();
        Optional<DeviceGrant> grant = Optional.ofNullable(waiting.remove(userCode));
        grant.ifPresent(device -> device.username(username));
        return Pages.device(grant.isPresent() ? "The device is connected." : "There is no such code.");
    }
}
