package io.skyferry.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

record WrittenBody(long size, boolean lengthAnnounced, Body.Writer writer) implements Body {
    WrittenBody {
        if (lengthAnnounced && size < 0) {
            throw new IllegalArgumentException("an unknown length can't be announced");
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        writer.writeTo(out);
    }
}
