package io.skyferry.sandbox.webodm;

import io.skyferry.sandbox.http.SandboxServer;
import io.skyferry.sandbox.webodm.api.TaskReport;
import io.skyferry.sandbox.webodm.api.TaskReports;
import io.skyferry.sandbox.webodm.api.Tokens;
import io.skyferry.sandbox.webodm.api.WebOdmApi;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.ProcessingNode;
import io.skyferry.sandbox.webodm.world.World;
import io.skyferry.sandbox.webodm.world.WorldClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running sandbox WebODM. Thread-safe. Its state lives in memory and ends with it; the uploaded files stay on disk.
 */
public final class WebOdmSandbox implements AutoCloseable {
    private final SandboxServer server;
    private final World world;
    private final WorldClock clock;
    private final Tokens tokens;

    private WebOdmSandbox(SandboxServer server, World world, WorldClock clock, Tokens tokens) {
        this.server = server;
        this.world = world;
        this.clock = clock;
        this.tokens = tokens;
    }

    public static WebOdmSandbox start(WebOdmOptions options) throws IOException {
        WorldClock clock = new WorldClock(options.clock());
        World world = new World(clock, options.data(), options.accounts(), options.node(), options.processingTime());
        Tokens tokens = new Tokens(options.secretKey(), clock, world);
        WebOdmApi api = new WebOdmApi(world, clock, options.flavour(), tokens);
        SandboxServer server = SandboxServer.bind("webodm", options.port());
        server.serve(api.routes(), api::declareControls);
        return new WebOdmSandbox(server, world, clock, tokens);
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Faults, pace and request log. */
    public SandboxServer server() {
        return server;
    }

    /** A token as {@code token-auth/} would give it. */
    public String token(String username) {
        Account account =
                world.findAccount(username).orElseThrow(() -> new IllegalArgumentException("no account " + username));
        return tokens.mint(account);
    }

    /** Every task with its files and what was done with it, in creation order. */
    public List<TaskReport> tasks() {
        return TaskReports.list(world);
    }

    /** Lets tasks age and the node work; sign-ins don't age with them. */
    public void advance(Duration duration) {
        clock.advance(duration);
    }

    public void node(ProcessingNode.State state) {
        world.call(() -> {
            world.node().become(state);
            return state;
        });
    }

    /** The next jobs of the node end without a result. */
    public void failNextJobs(int count) {
        world.call(() -> {
            world.node().failNext(count);
            return count;
        });
    }

    /** The node purges what it was given; a restart then starts from WebODM's files. */
    public void nodeForgetsJobs() {
        world.call(() -> {
            world.node().forgetJobs();
            return world;
        });
    }

    /** Without its message broker WebODM accepts uploads, and a commit saves and then hangs. */
    public void broker(boolean up) {
        world.call(() -> {
            world.broker(up);
            return up;
        });
    }

    /** Where the files of a task are. */
    public Path folder(int project, String task) {
        return world.folders().folder(project, task);
    }

    @Override
    public void close() {
        server.close();
    }
}
