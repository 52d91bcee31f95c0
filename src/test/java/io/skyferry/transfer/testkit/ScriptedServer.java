package io.skyferry.transfer.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on raw sockets, so that a test can break every rule: short bodies, resets, silence, early answers.
 * Keeps connections open unless the script closes them.
 */
public final class ScriptedServer implements AutoCloseable {
    /** Answers one request; the wire gives full power over the connection. */
    @FunctionalInterface
    public interface Script {
        void answer(ReceivedRequest request, Wire wire) throws IOException;
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final boolean readsBodies;
    private volatile Script script;

    public ScriptedServer(Script script) {
        this(script, true);
    }

    /** @param readsBodies whether a request's body is read before the script runs */
    public ScriptedServer(Script script, boolean readsBodies) {
        this.script = script;
        this.readsBodies = readsBodies;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        threads.execute(this::acceptAll);
    }

    public void script(Script next) {
        script = next;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /** Every request so far, in the order of arrival. */
    public List<ReceivedRequest> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Wire wire = new Wire(socket, in, new BufferedOutputStream(socket.getOutputStream()));
            while (!socket.isClosed()) {
                ReceivedRequest request = ReceivedRequest.read(in, readsBodies);
                if (request == null) {
                    return;
                }
                requests.add(request);
                script.answer(request, wire);
                wire.flush();
            }
        } catch (IOException ended) {
            // The client went away, or the script closed the connection.
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
