package io.skyferry.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A server on 127.0.0.1 with one thread per open request, so that hundreds of slow connections don't hinder each
 * other. Faults, pace and log can be used while it runs, from Java or over {@code /sandbox/…}.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    /** In front of the server; null when it answers clients itself. */
    private final Line line;

    private final ExecutorService threads;
    private final Faults faults = new Faults();
    private final Pace pace = new Pace();
    private final RequestLog requests = new RequestLog();

    private SandboxServer(HttpServer server, Line line, String name) {
        this.server = server;
        this.line = line;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Binds and serves at once; see {@link #bind}. */
    public static SandboxServer start(String name, int port, Router router) throws IOException {
        SandboxServer bound = bind(name, port);
        bound.serve(router);
        return bound;
    }

    /**
     * Takes a port, so that the address is known, without answering yet.
     *
     * @param name appears in thread names
     * @param port 0 = any free one
     */
    public static SandboxServer bind(String name, int port) throws IOException {
        return new SandboxServer(listen(port), null, name);
    }

    /** As {@link #bind}, behind a line that can reset connections; every byte takes the way through it. */
    public static SandboxServer bindBehindLine(String name, int port) throws IOException {
        HttpServer server = listen(0);
        return new SandboxServer(server, new Line(port, server.getAddress().getPort(), BACKLOG), name);
    }

    private static HttpServer listen(int port) throws IOException {
        // Without it each small answer on a kept connection waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        return HttpServer.create(address, BACKLOG);
    }

    /** Begins to answer; once only. */
    public void serve(Router router) {
        serve(router, control -> {});
    }

    /**
     * Begins to answer; once only.
     *
     * @param moreControls adds routes under {@code /sandbox/} to the ones that every server has
     */
    public void serve(Router router, Consumer<Router> moreControls) {
        Router control = ControlApi.routes(faults, pace, requests);
        moreControls.accept(control);
        server.createContext("/", new ExchangeHandler(router, control, line, faults, pace, requests));
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return line == null ? server.getAddress().getPort() : line.port();
    }

    /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public Faults faults() {
        return faults;
    }

    public Pace pace() {
        return pace;
    }

    public RequestLog requests() {
        return requests;
    }

    /** Closes all connections at once; requests under way are cut. */
    @Override
    public void close() {
        faults.clear();
        if (line != null) {
            line.close();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
