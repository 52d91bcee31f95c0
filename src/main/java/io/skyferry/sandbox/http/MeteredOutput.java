package io.skyferry.sandbox.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts and slows down an answer's body. */
final class MeteredOutput extends FilterOutputStream {
    private final Throttle throttle;
    private long count;

    MeteredOutput(OutputStream out, Throttle throttle) {
        super(out);
        this.throttle = throttle;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int slice = throttle.slice(length - done);
            out.write(source, offset + done, slice);
            if (slice < length) {
                out.flush();
            }
            done += slice;
            count += slice;
            throttle.moved(slice);
        }
    }
}
