package io.skyferry.functional.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands connections on to a port of this machine, until it is cut: then all break, and new ones are closed at once. */
public final class CuttableLine {
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket entry;
    private final int target;
    private volatile boolean cut;

    private CuttableLine(ServerSocket entry, int target) {
        this.entry = entry;
        this.target = target;
    }

    static CuttableLine to(int target) {
        try {
            return of(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CuttableLine of(ServerSocket entry, int target) {
        CuttableLine line = new CuttableLine(entry, target);
        line.threads.execute(line::acceptAll);
        return line;
    }

    int port() {
        return entry.getLocalPort();
    }

    public void cut() {
        cut = true;
        sockets.forEach(CuttableLine::close);
    }

    public void mend() {
        cut = false;
    }

    private void acceptAll() {
        while (true) {
            try {
                Socket from = entry.accept();
                if (cut) {
                    close(from);
                } else {
                    connect(from);
                }
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void connect(Socket from) throws IOException {
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(from);
        sockets.add(to);
        threads.execute(() -> pump(from, to));
        threads.execute(() -> pump(to, from));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // Cut, or one end went away.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
