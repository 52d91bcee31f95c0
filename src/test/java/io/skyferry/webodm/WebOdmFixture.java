package io.skyferry.webodm;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.kit.PartSettings;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.RetryPolicy;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox of WebODM and the gateway to it, which does not wait between tries. */
abstract class WebOdmFixture {
    static final int ATTEMPTS = 3;
    static final Owner ADA = new Owner("ada", "sandbox");
    static final NewProject SURVEY =
            new NewProject("Survey (s)", "first\nsecond", ".skyferry-0123", List.of("tapis", "flight", "s", "F_1"));

    @TempDir
    Path data;

    final MovingClock clock = new MovingClock();
    final Map<Owner, LinkedAccounts.LinkedAccount> linked = new HashMap<>();
    final Map<Owner, WebOdmAuth> chosen = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    WebOdmSandbox sandbox;
    WebOdm webOdm;

    @BeforeEach
    void start() throws IOException {
        sandbox = WebOdmSandbox.start(WebOdmOptions.demo(data));
        webOdm = new WebOdm(settings(WebOdmAuth.LINKED), retries());
        open.add(webOdm::close);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        sandbox.close();
    }

    Settings settings(WebOdmAuth... ways) {
        return PartSettings.of(new Settings.WebOdm(
                URI.create(sandbox.baseUrl()),
                List.of(ways),
                Optional.of(new Secret(WebOdmOptions.DEMO_SECRET_KEY)),
                Optional.of("skyferry"),
                Optional.of(new Secret("skyferry-demo")),
                4));
    }

    private static Retries retries() {
        RetryPolicy policy =
                new RetryPolicy(ATTEMPTS, Duration.ofSeconds(1), Duration.ofSeconds(8), 0, Duration.ofMinutes(1));
        return new Retries(policy, new Random(1), (stop, wait) -> {});
    }

    WebOdmUsers users(WebOdmAuth... ways) {
        WebOdmUsers users = new WebOdmUsers(
                settings(ways),
                owner -> Optional.ofNullable(linked.get(owner)),
                owner -> Optional.ofNullable(chosen.get(owner)),
                clock);
        open.add(users::close);
        return users;
    }

    /** Ada herself, by WebODM's own key. */
    WebOdmUser ada() {
        return users(WebOdmAuth.SIGNING_KEY).getFor(ADA);
    }

    void fault(String method, String path, int times, FaultEffect effect) {
        sandbox.server().faults().add(Fault.on(method, path, effect).times(times));
    }

    static FaultEffect.Status answer(int status, String body) {
        return new FaultEffect.Status(status, "application/json", body, Map.of());
    }

    List<LoggedRequest> requests(String method, String path) {
        return sandbox.server().requests().list(method, path);
    }
}
