package io.skyferry.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends exact bytes and shows exactly what came back until the server closed. */
final class RawClient {
    private RawClient() {}

    static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The same, with nothing for an answer when the connection was reset. */
    static String exchangeOrReset(int port, String request) {
        try {
            return exchange(port, request);
        } catch (IOException reset) {
            return "";
        }
    }

    /** Sends and hangs up in the middle of the body. */
    static void sendAndHangUp(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        }
    }
}
