package io.skyferry.cli.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy that leads every connection to one port of this machine, whatever host is asked for. Understands
 * CONNECT, and whole addresses in the request line.
 */
public final class ConnectProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final String account;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param account the value of Proxy-Authorization that it insists on; empty for none */
    public ConnectProxy(int target, String account) {
        this.target = target;
        this.account = account;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What it was sent: request line and headers of each request. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            String head = head(client.getInputStream());
            while (!head.isEmpty() && !isAllowed(head)) {
                heads.add(head);
                answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"p\"\r\n");
                head = head(client.getInputStream());
            }
            heads.add(head);
            if (head.startsWith("CONNECT ")) {
                answer(client, "200 Connection established", "");
            } else {
                server.getOutputStream()
                        .write(head.replaceFirst(" http://[^/ ]+", " ").getBytes(StandardCharsets.ISO_8859_1));
            }
            threads.execute(() -> pump(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the two has closed
        }
    }

    private boolean isAllowed(String head) {
        return account.isEmpty() || head.contains("Proxy-Authorization: " + account + "\r\n");
    }

    private static void answer(Socket client, String status, String headers) throws IOException {
        String length = status.startsWith("200") ? "" : "Content-Length: 0\r\n";
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // the other direction has ended
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
