package io.skyferry.notice.hook;

import io.skyferry.notice.ledger.SendOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts a body over a connection of its own. Not by the JDK's HTTP client: that looks the name up by itself, and could
 * be led elsewhere than to the address that was checked. Of the answer only the status is read. Thread-safe.
 */
final class HookPost {
    private static final int LONGEST_STATUS = 1000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int GONE = 410;
    private static final String TOO_LATE = "The receiver did not answer in time.";

    private final SSLSocketFactory tls;
    private final Duration patience;
    private final Clock clock;

    /** @param patience for the whole attempt */
    HookPost(SSLSocketFactory tls, Duration patience, Clock clock) {
        this.tls = tls;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param id the same for every attempt */
    SendOutcome send(HookTarget target, String id, String body) {
        AtomicBoolean tooLate = new AtomicBoolean();
        try (Socket plain = new Socket()) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> {
                        tooLate.set(true);
                        close(plain);
                    },
                    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return judge(status(plain, target, id, body));
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            return SendOutcome.failed(tooLate.get() ? TOO_LATE : reason(e));
        }
    }

    private static String reason(IOException problem) {
        if (problem instanceof UnknownHostException) {
            return "The name leads to no public address.";
        }
        if (problem instanceof SocketTimeoutException) {
            return TOO_LATE;
        }
        if (problem instanceof SSLException) {
            return "No secure connection: the certificate or TLS version is not accepted.";
        }
        return "The receiver can't be reached, or ended the connection.";
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    private int status(Socket plain, HookTarget target, String id, String body) throws IOException {
        InetAddress checked = target.resolver().resolve(target.url());
        plain.connect(new InetSocketAddress(checked, target.port()), (int) patience.toMillis());
        plain.setSoTimeout((int) patience.toMillis());
        Socket socket = target.isSecure() ? secured(plain, target) : plain;
        socket.getOutputStream().write(request(target, id, body));
        socket.getOutputStream().flush();
        Matcher status = STATUS.matcher(firstLine(socket.getInputStream()));
        if (!status.matches()) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    /** The certificate must be for the name in the address, whatever it was resolved to. */
    private SSLSocket secured(Socket plain, HookTarget target) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.url().getHost(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] request(HookTarget target, String id, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        String head = "POST " + target.path() + " HTTP/1.1\r\n"
                + "Host: " + target.url().getRawAuthority() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + bytes.length + "\r\n"
                + "User-Agent: Skyferry\r\n"
                + "Connection: close\r\n"
                + "webhook-id: " + id + "\r\n"
                + "webhook-timestamp: " + now.getEpochSecond() + "\r\n"
                + "webhook-signature: " + WebhookSignature.of(target.secret(), id, now, body) + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        return all;
    }

    private static String firstLine(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = answer.read();
        while (next != -1 && next != '\n' && line.length() < LONGEST_STATUS) {
            line.append((char) next);
            next = answer.read();
        }
        return line.toString().strip();
    }

    private static SendOutcome judge(int status) {
        if (status >= 200 && status < 300) {
            return SendOutcome.SENT;
        }
        if (status == GONE) {
            return SendOutcome.refused("The receiver says that it is gone (410).");
        }
        if (status >= 300 && status < 400) {
            return SendOutcome.failed("The receiver led elsewhere (" + status + "); that is not followed.");
        }
        return SendOutcome.failed("The receiver answered " + status + ".");
    }
}
