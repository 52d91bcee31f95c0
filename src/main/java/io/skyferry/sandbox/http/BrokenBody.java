package io.skyferry.sandbox.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bodies that a fault cut or lengthened. */
final class BrokenBody {
    /** Stands in for the size of a body whose size nobody knows beforehand. */
    private static final long ASSUMED_SIZE = 64 << 10;

    private BrokenBody() {}

    static Body shortened(Body body, double fraction) {
        long end = share(body, fraction);
        long size = body.size() < 0 ? -1 : end;
        return Body.of(size, body.lengthAnnounced(), out -> writeUntil(body, end, out));
    }

    static Body aborted(Body body, double fraction) {
        long end = share(body, fraction);
        return Body.of(body.size(), body.lengthAnnounced(), out -> {
            writeUntil(body, end, out);
            out.flush();
            throw new ConnectionCut();
        });
    }

    static Body lengthened(Body body) {
        long size = body.size() < 0 ? -1 : body.size() + 1;
        return Body.of(size, body.lengthAnnounced(), out -> {
            body.writeTo(out);
            out.write('!');
        });
    }

    private static long share(Body body, double fraction) {
        return (long) Math.floor((body.size() < 0 ? ASSUMED_SIZE : body.size()) * fraction);
    }

    private static void writeUntil(Body body, long end, OutputStream out) throws IOException {
        try {
            body.writeTo(new Stopping(out, end));
        } catch (EndReached enough) {
            out.flush();
        }
    }

    private static final class EndReached extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Stopping extends FilterOutputStream {
        private long left;

        Stopping(OutputStream out, long left) {
            super(out);
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            int count = (int) Math.min(left, length);
            out.write(source, offset, count);
            left -= count;
            if (count < length) {
                throw new EndReached();
            }
        }
    }
}
