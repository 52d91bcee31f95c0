package io.skyferry.sandbox.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts and slows down a request's body, and cuts it where a fault says so. */
final class MeteredInput extends FilterInputStream {
    private final Throttle throttle;
    private final long cutAt;
    private volatile long count;

    MeteredInput(InputStream in, Throttle throttle, long cutAt) {
        super(in);
        this.throttle = throttle;
        this.cutAt = cutAt;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (count >= cutAt) {
            throw new ConnectionCut();
        }
        int read = in.read(target, offset, (int) Math.min(throttle.slice(length), cutAt - count));
        if (read > 0) {
            count += read;
            throttle.moved(read);
        }
        return read;
    }

    /** Does nothing: the rest of the body is drained by the server. */
    @Override
    public void close() {}
}
