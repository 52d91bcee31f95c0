package io.skyferry.sandbox.webodm;

import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** An upload that stops within its last file until it is told to go on, or is cut by closing it. */
final class SlowUpload implements AutoCloseable {
    private static final int LARGE = 300_000;

    private final WebOdmFixture test;
    private final byte[] body;
    private final Socket socket;
    private final int half;
    private final int files;

    SlowUpload(WebOdmFixture test, String... names) throws IOException {
        MultipartBody parts = new MultipartBody();
        for (String name : names) {
            parts.file("images", "filename=\"" + name + "\"", new byte[LARGE]);
        }
        this.test = test;
        this.body = parts.bytes();
        this.half = body.length - LARGE / 2;
        this.files = names.length;
        this.socket = new Socket("127.0.0.1", URI.create(test.sandbox.baseUrl()).getPort());
    }

    /** Returns when the server is inside the last file. */
    void sendHalf() throws IOException {
        String head = "POST " + test.task + "upload/ HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n"
                + "Authorization: JWT " + test.sandbox.token("alice") + "\r\nContent-Type: "
                + new MultipartBody().contentType() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, half);
        out.flush();
        await().until(() -> incoming(test.data) == files);
    }

    /** Gives the whole answer, headers included. */
    String sendRest() throws IOException {
        socket.getOutputStream().write(Arrays.copyOfRange(body, half, body.length));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** How many files are on their way into the sandbox. */
    static long incoming(Path data) throws IOException {
        try (Stream<Path> incoming = Files.list(data.resolve("incoming"))) {
            return incoming.count();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
