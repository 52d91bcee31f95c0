package io.skyferry.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of an answer, written when the headers are out. */
public interface Body {
    /** Writes all bytes; a thrown IOException cuts the answer short in the middle. */
    void writeTo(OutputStream out) throws IOException;

    /** The number of bytes, or -1 when nobody knows before they are written. */
    long size();

    /** Whether Content-Length is sent; only possible when the size is known. */
    boolean lengthAnnounced();

    static Body of(byte[] bytes) {
        return of(bytes.length, true, out -> out.write(bytes));
    }

    static Body of(long size, boolean lengthAnnounced, Writer writer) {
        return new WrittenBody(size, lengthAnnounced, writer);
    }

    /** Writes bytes to an answer. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
