package io.skyferry.access.browser;

import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A sandbox of Tapis where one client sends browsers back to {@link #PUBLIC_URL}. */
final class SandboxWorld {
    static final URI PUBLIC_URL = URI.create("http://localhost:1");
    static final String CLIENT = "ferry";
    static final String CLIENT_KEY = "key-that-nobody-may-see";
    static final String CALLBACK = PUBLIC_URL + "/api/oauth2/tapis/callback/";

    private SandboxWorld() {}

    static TapisSandbox start(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("systems"));
        Files.writeString(directory.resolve("world.json"), """
                {"tenant": "sandbox", "users": [{"username": "ada", "password": "pa"}],
                 "clients": [{"client_id": "%s", "client_key": "%s", "owner": "ada", "callback_url": "%s"}],
                 "systems": []}
                """.formatted(CLIENT, CLIENT_KEY, CALLBACK));
        return TapisSandbox.start(TapisOptions.of(directory).withLifetimes(Duration.ofHours(4), Duration.ofDays(365)));
    }
}
