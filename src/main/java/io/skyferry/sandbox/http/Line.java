package io.skyferry.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Hands connections on to a port of this machine, as a proxy in front of a service does. The JDK's HTTP server can only
 * close a connection in order; this can end one with a TCP reset. Thread-safe.
 */
final class Line implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    /** By the port from which the line itself connected. */
    private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();

    private final ServerSocket entry = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sandbox-line");
        thread.setDaemon(true);
        return thread;
    });
    private final int target;

    /** @param port 0 = any free one */
    Line(int port, int target, int backlog) throws IOException {
        this.target = target;
        entry.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), backlog);
        threads.execute(this::acceptAll);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** When the service ends this connection, its client gets a TCP reset after the last byte. */
    void resetAtEnd(int from) throws IOException {
        Socket client = clients.get(from);
        if (client != null) {
            client.setSoLinger(true, 0);
        }
    }

    private void acceptAll() {
        while (true) {
            try {
                connect(entry.accept());
            } catch (IOException ended) {
                if (entry.isClosed()) {
                    return;
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket service;
        try {
            service = new Socket(entry.getInetAddress(), target);
        } catch (IOException noService) {
            client.close();
            throw noService;
        }
        client.setTcpNoDelay(true);
        service.setTcpNoDelay(true);
        clients.put(service.getLocalPort(), client);
        threads.execute(() -> pump(client, service, service));
        threads.execute(() -> pump(service, client, service));
    }

    /** Whichever side ends first ends both, as it is between a client and a service that share one connection. */
    private void pump(Socket from, Socket to, Socket service) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // One end went away, or was reset.
        } finally {
            clients.remove(service.getLocalPort());
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
            for (Socket client : clients.values()) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
