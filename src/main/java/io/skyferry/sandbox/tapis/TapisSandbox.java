package io.skyferry.sandbox.tapis;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Faults;
import io.skyferry.sandbox.http.Pace;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.RequestLog;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.http.SandboxServer;
import io.skyferry.sandbox.tapis.files.FilesApi;
import io.skyferry.sandbox.tapis.oauth.Authenticator;
import io.skyferry.sandbox.tapis.oauth.Lifetimes;
import io.skyferry.sandbox.tapis.systems.SystemsApi;
import io.skyferry.sandbox.tapis.token.Grant;
import io.skyferry.sandbox.tapis.token.JavaTokenFilter;
import io.skyferry.sandbox.tapis.token.Revocations;
import io.skyferry.sandbox.tapis.token.TokenMint;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import io.skyferry.sandbox.tapis.world.World;
import io.skyferry.sandbox.tapis.world.WorldReader;
import java.io.IOException;
import java.time.Duration;

/** A running Tapis tenant. Thread-safe; closing it cuts all connections. */
public final class TapisSandbox implements AutoCloseable {
    private final SandboxServer server;
    private final World world;
    private final TokenMint mint;
    private final Revocations revocations;
    private final Lifetimes lifetimes;
    private final Authenticator authenticator;

    private TapisSandbox(SandboxServer server, World world, TapisOptions options) {
        this.server = server;
        this.world = world;
        this.mint = new TokenMint(world.tenant(), server.baseUrl() + "/v3/tokens", options.clock());
        this.revocations = new Revocations(mint);
        this.lifetimes = new Lifetimes(options.accessLifetime(), options.refreshLifetime());
        this.authenticator = new Authenticator(world, mint, revocations, lifetimes, options.clock(), server.baseUrl());
        server.pace().latencyMillis(options.latency().toMillis());
        server.pace().bytesPerSecond(options.bytesPerSecond());
        server.serve(routes());
    }

    /** @throws IOException when the world can't be read or the port is taken */
    public static TapisSandbox start(TapisOptions options) throws IOException {
        World world = new WorldReader(options.world()).read(options.tenant(), options.callbackUrl());
        SandboxServer server = options.behindLine()
                ? SandboxServer.bindBehindLine("tapis", options.port())
                : SandboxServer.bind("tapis", options.port());
        return new TapisSandbox(server, world, options);
    }

    private Router routes() {
        Router router = new Router().gate(revocations::gate);
        JavaTokenFilter tokens = new JavaTokenFilter(mint);
        new TenantsApi(world, mint, baseUrl()).addTo(router);
        authenticator.addTo(router);
        new SystemsApi(world, tokens).addTo(router);
        new FilesApi(world, tokens).addTo(router);
        return router.notFound(TapisSandbox::notFound)
                .wrongMethod(TapisSandbox::wrongMethod)
                .onError(TapisSandbox::failed);
    }

    private static boolean isJava(Request request) {
        return request.rawPath().startsWith("/v3/systems") || request.rawPath().startsWith("/v3/files");
    }

    private static Answer notFound(Request request) {
        if (isJava(request)) {
            return JavaEnvelope.errorAnswer(404, "HTTP 404 Not Found");
        }
        return Answer.text(404, "text/html", "<html><body><center><h1>404 Not Found</h1></center></body></html>\n");
    }

    /** The Java services' error mapper has no entry for 405. */
    private static Answer wrongMethod(Request request) {
        return isJava(request)
                ? JavaEnvelope.errorAnswer(500, "HTTP 405 Method Not Allowed")
                : FlaskEnvelope.errorAnswer(405, "The method is not allowed for the requested URL.");
    }

    private static Answer failed(Request request, Exception error) {
        return isJava(request)
                ? JavaEnvelope.errorAnswer(500, error.getClass().getSimpleName())
                : FlaskEnvelope.errorAnswer(500, "Unexpected error.");
    }

    /** {@code http://127.0.0.1:<port>}, also the tenant's {@code base_url}. */
    public String baseUrl() {
        return server.baseUrl();
    }

    public World world() {
        return world;
    }

    public Faults faults() {
        return server.faults();
    }

    public Pace pace() {
        return server.pace();
    }

    public RequestLog requests() {
        return server.requests();
    }

    /** Signs any token, good or bad, with the tenant's key. */
    public TokenMint mint() {
        return mint;
    }

    /** An access token of the user, as after a sign-in through the world's first client. */
    public String accessToken(String username) {
        return accessToken(username, lifetimes.access());
    }

    public String accessToken(String username, Duration lifetime) {
        return mint.access(grant(username), lifetime).jwt();
    }

    public String refreshToken(String username) {
        return mint.refresh(grant(username), lifetimes.refresh(), lifetimes.access())
                .jwt();
    }

    /** From now on the token is refused by every service. */
    public void revoke(String jwt) {
        revocations.revoke(jwt);
    }

    /** From now on challenges by S256 are announced, and whoever sent one has to show its verifier; off at first. */
    public void s256(boolean accepted) {
        authenticator.s256(accepted);
    }

    /** As when a user signs out of everything at Tapis: what he was given last can't be renewed. */
    public void revokeRefreshTokenOf(String username) {
        revocations.revokeRefreshTokenOf(username);
    }

    private Grant grant(String username) {
        String client =
                world.clients().isEmpty() ? null : world.clients().get(0).id();
        return Grant.of(username, client, "password", null);
    }

    @Override
    public void close() {
        server.close();
    }
}
