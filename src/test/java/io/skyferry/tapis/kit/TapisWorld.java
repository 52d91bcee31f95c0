package io.skyferry.tapis.kit;

import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Retries;
import io.skyferry.platform.pace.RetryPolicy;
import io.skyferry.platform.pace.Timekeeper;
import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A sandbox of Tapis with the files that a test gives it, and the gateway to it, which does not wait between tries. */
public final class TapisWorld implements AutoCloseable {
    /** The most requests that the gateway has open at a time. */
    public static final int CONCURRENCY = 3;
    /** The most times that the gateway asks. */
    public static final int ATTEMPTS = 3;

    private final Path directory;
    private final List<String> systems = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final RequestCount count = new RequestCount();
    private TapisSandbox sandbox;
    private Tapis gateway;
    private TapisContent content;

    public TapisWorld(Path directory) {
        this.directory = directory;
    }

    /** @param attributes further members of its JSON, starting with a comma, or nothing */
    public TapisWorld system(String id, String attributes) {
        systems.add("{\"id\": \"" + id + "\", \"owner\": \"ops\", \"readers\": [\"ada\"]" + attributes + "}");
        make(root(id));
        return this;
    }

    public TapisWorld system(String id) {
        return system(id, "");
    }

    /** Makes an empty file and all directories above it. */
    public TapisWorld file(String system, String path) {
        Path file = root(system).resolve(path);
        make(file.getParent());
        try {
            Files.writeString(file, path);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TapisWorld directory(String system, String path) {
        make(root(system).resolve(path));
        return this;
    }

    public Path root(String system) {
        return directory.resolve("systems").resolve(system);
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TapisWorld start() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("world.json"), """
                {"users": [{"username": "ada", "password": "p"}, {"username": "grace", "password": "p"}],
                 "systems": [%s]}
                """.formatted(String.join(",\n", systems)));
        sandbox = TapisSandbox.start(TapisOptions.of(directory));
        RetryPolicy policy =
                new RetryPolicy(ATTEMPTS, Duration.ofSeconds(1), Duration.ofSeconds(8), 0, Duration.ofMinutes(1));
        Retries retries = new Retries(policy, new Random(1), (stop, wait) -> waits.add(wait));
        HostLimits limits = new HostLimits(CONCURRENCY, Timekeeper.SYSTEM);
        gateway = new Tapis(null, limits, retries);
        content = new TapisContent(limits, retries);
        return this;
    }

    public TapisSandbox sandbox() {
        return sandbox;
    }

    public Tapis gateway() {
        return gateway;
    }

    public TapisContent content() {
        return content;
    }

    public RequestCount count() {
        return count;
    }

    /** How long the gateway would have waited before each further attempt. */
    public List<Duration> waits() {
        return waits;
    }

    /** Of ada, who has a good token. */
    public GivenTokens session() {
        return session("ada");
    }

    public GivenTokens session(String user) {
        return new GivenTokens(sandbox.baseUrl(), user, sandbox.accessToken(user));
    }

    @Override
    public void close() {
        gateway.close();
        sandbox.close();
    }
}
