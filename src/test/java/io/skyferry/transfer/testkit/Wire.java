package io.skyferry.transfer.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The server's end of a connection. */
public final class Wire {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
    }

    /** A well-formed answer with a length. Headers are lines without line ends. */
    public void answer(int status, byte[] body, String... headers) throws IOException {
        head(status, "Content-Length: " + body.length, headers);
        send(body);
    }

    public void answer(int status, String body, String... headers) throws IOException {
        answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The head of a chunked answer. */
    public void beginChunked(int status) throws IOException {
        head(status, "Transfer-Encoding: chunked");
    }

    public void chunk(byte[] bytes, int from, int to) throws IOException {
        send((Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, from, to - from);
        send("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    public void endChunked() throws IOException {
        send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** A whole answer as Tapis streams it: chunked, without a length. */
    public void stream(byte[] body) throws IOException {
        beginChunked(200);
        for (int from = 0; from < body.length; from += 8192) {
            chunk(body, from, Math.min(body.length, from + 8192));
        }
        endChunked();
    }

    public void head(int status, String header, String... more) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Some Reason\r\n" + header + "\r\n");
        for (String line : more) {
            head.append(line).append("\r\n");
        }
        send(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Ends the connection in order. */
    public void hangUp() throws IOException {
        socket.close();
    }

    /** Ends the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing more until the client goes away. */
    public void stayUntilClientLeaves() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
