package io.skyferry.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads {@code multipart/form-data} as a stream, one part after the other, in constant memory. A body that ends before
 * its closing boundary throws an {@link EOFException}, so that the caller can drop the unfinished part.
 */
public final class MultipartReader {
    private static final int MAX_HEADERS = 16 << 10;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[64 << 10];
    private int position;
    private int limit;
    private int safeEnd;
    private boolean atDelimiter;
    private boolean begun;

    private MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first boundary has no line end before it; with one, all boundaries look alike.
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
    }

    /** @throws IOException when the Content-Type names no boundary */
    static MultipartReader of(String contentType, InputStream in) throws IOException {
        HeaderParameters parameters = HeaderParameters.parse(contentType);
        String boundary = parameters
                .find("boundary")
                .filter(b -> !b.isEmpty() && b.length() <= 200)
                .orElseThrow(() -> new IOException("no multipart boundary"));
        if (!parameters.value().equalsIgnoreCase("multipart/form-data")) {
            throw new IOException("not multipart/form-data");
        }
        return new MultipartReader(in, boundary);
    }

    /** The next part; what was left of the one before is skipped. Empty after the closing boundary. */
    public Optional<Part> next() throws IOException {
        skipContent();
        begun = true;
        position += delimiter.length;
        atDelimiter = false;
        while (limit - position < 2) {
            fill();
        }
        if (buffer[position] == '-' && buffer[position + 1] == '-') {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
        }
        return Optional.of(Part.of(readHeaders(), new Content()));
    }

    private void skipContent() throws IOException {
        while (!atDelimiter) {
            int count = buffered();
            position += count;
        }
    }

    /** Bytes in the buffer that surely belong to the content; 0 exactly at a delimiter. */
    private int buffered() throws IOException {
        while (position >= safeEnd) {
            int found = indexOfDelimiter();
            safeEnd = found >= 0 ? found : limit - delimiter.length + 1;
            atDelimiter = found == position;
            if (atDelimiter) {
                return 0;
            }
            if (safeEnd <= position) {
                fill();
            }
        }
        return safeEnd - position;
    }

    private int indexOfDelimiter() {
        for (int i = position; i <= limit - delimiter.length; i++) {
            if (buffer[i] == '\r' && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        safeEnd = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new EOFException(begun ? "multipart body ended inside a part" : "multipart body has no part");
        }
        limit += read;
    }

    private byte take() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++];
    }

    private String readHeaders() throws IOException {
        byte[] text = new byte[MAX_HEADERS];
        int length = 0;
        while (length < 4 || !endsHeaders(text, length)) {
            if (length == MAX_HEADERS) {
                throw new IOException("headers of a part are too long");
            }
            text[length++] = take();
        }
        return HeaderParameters.text(Arrays.copyOf(text, length));
    }

    private static boolean endsHeaders(byte[] text, int length) {
        return text[length - 1] == '\n'
                && text[length - 2] == '\r'
                && text[length - 3] == '\n'
                && text[length - 4] == '\r';
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = atDelimiter ? 0 : Math.min(length, buffered());
            if (count == 0) {
                return -1;
            }
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
