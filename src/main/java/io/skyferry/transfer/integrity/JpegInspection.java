package io.skyferry.transfer.integrity;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.ByteBuffer;

/**
 * Checks, while bytes stream past, that they are a whole JPEG: start marker, well-formed segments, one frame header
 * with believable dimensions, at least one scan with data, and the end marker of this primary image, reached by walking
 * the entropy-coded data (stuffed bytes, restart markers, fill bytes and the tables between progressive scans
 * included). An end marker inside a thumbnail or by chance inside metadata therefore doesn't count.
 *
 * <p>Whatever follows the primary image's end marker is accepted: cameras pad with zeros, and some append a preview or
 * a thermal picture there. That the file is as long as listed is checked elsewhere.
 *
 * <p>Between segments only fill bytes are allowed, although decoders skip garbage there: a picture that needs that has
 * been damaged. A hit in the middle of the coded data that stays valid data is not noticed; that needs a decoder.
 *
 * <p>Constant memory. Not thread-safe.
 */
public final class JpegInspection {
    /** The largest width and height that libjpeg, and so everything behind WebODM, can open. */
    public static final int MAX_DIMENSION = 65_500;

    /** Several times the largest aerial camera; more is a decompression bomb. */
    public static final long MAX_PIXELS = 1_000_000_000L;

    private enum State {
        START,
        MARKER,
        CODE,
        LENGTH_HIGH,
        LENGTH_LOW,
        PAYLOAD,
        SCAN,
        SCAN_CODE,
        AFTER_END,
        REFUSED
    }

    private static final int FRAME_HEADER_KEPT = 6;

    private final byte[] scratch = new byte[8192];
    private final int[] kept = new int[FRAME_HEADER_KEPT];
    private State state = State.START;
    private String refusal;
    private long position;
    private long trailing;
    private int code;
    private int length;
    private int payloadRead;
    private int width;
    private int height;
    private boolean frameSeen;
    private boolean scanSeen;
    private boolean dataSeen;

    /** Looks at the next bytes and consumes them. */
    public void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), scratch.length);
            bytes.get(scratch, 0, count);
            accept(scratch, 0, count);
        }
    }

    /** Looks at the next bytes. */
    public void accept(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int at = offset;
        while (at < end) {
            int skip = skippable(bytes, at, end);
            position += skip;
            at += skip;
            if (at < end) {
                step(bytes[at] & 0xff);
                position++;
                at++;
            }
        }
    }

    /**
     * The verdict once all bytes were given.
     *
     * @throws Failure NOT_WHOLE_JPEG with what is wrong and where
     */
    public JpegImage finish() {
        if (state == State.REFUSED) {
            throw new Failure(ErrorCode.NOT_WHOLE_JPEG, refusal);
        }
        if (position == 0) {
            throw new Failure(ErrorCode.NOT_WHOLE_JPEG, "it is empty");
        }
        if (state != State.AFTER_END) {
            throw new Failure(
                    ErrorCode.NOT_WHOLE_JPEG, "it breaks off after " + position + " bytes, before the end marker");
        }
        return new JpegImage(width, height, position, trailing);
    }

    /** How many bytes from here on can't change the state, so that coded data and metadata pass quickly. */
    private int skippable(byte[] bytes, int from, int end) {
        return switch (state) {
            case SCAN -> dataUntilMarker(bytes, from, end);
            case PAYLOAD -> payloadToSkip(end - from);
            case AFTER_END -> trailingToSkip(end - from);
            case REFUSED -> end - from;
            case START, MARKER, CODE, LENGTH_HIGH, LENGTH_LOW, SCAN_CODE -> 0;
        };
    }

    private int dataUntilMarker(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != (byte) 0xff) {
            at++;
        }
        dataSeen |= at > from;
        return at - from;
    }

    private int payloadToSkip(int available) {
        if (payloadRead < FRAME_HEADER_KEPT) {
            return 0;
        }
        int skip = Math.min(available, length - payloadRead - 1);
        payloadRead += skip;
        return skip;
    }

    private int trailingToSkip(int available) {
        trailing += available;
        return available;
    }

    private void step(int value) {
        switch (state) {
            case START -> start(value);
            case MARKER -> expectMarker(value);
            case CODE -> markerOutsideScan(value);
            case LENGTH_HIGH -> lengthHigh(value);
            case LENGTH_LOW -> lengthLow(value);
            case PAYLOAD -> payload(value);
            case SCAN -> state = State.SCAN_CODE;
            case SCAN_CODE -> markerInScan(value);
            case AFTER_END, REFUSED -> throw new IllegalStateException("bytes here are skipped");
        }
    }

    private void start(int value) {
        if (value != (position == 0 ? 0xff : JpegMarker.START_OF_IMAGE)) {
            refuse("it does not begin with a JPEG start marker");
        } else if (position == 1) {
            state = State.MARKER;
        }
    }

    private void expectMarker(int value) {
        if (value == 0xff) {
            state = State.CODE;
        } else {
            refuse("no marker where one must be");
        }
    }

    private void markerOutsideScan(int value) {
        if (value == 0xff) {
            return;
        }
        if (value == JpegMarker.TEMPORARY) {
            state = State.MARKER;
        } else if (JpegMarker.isRestart(value)) {
            refuse("a restart marker outside of image data");
        } else {
            marker(value);
        }
    }

    private void markerInScan(int value) {
        if (value == 0xff) {
            return;
        }
        if (value == 0) {
            dataSeen = true;
            state = State.SCAN;
        } else if (JpegMarker.isRestart(value)) {
            state = State.SCAN;
        } else {
            marker(value);
        }
    }

    private void marker(int value) {
        code = value;
        if (value == JpegMarker.END_OF_IMAGE) {
            endOfImage();
        } else if (!JpegMarker.hasSegment(value)) {
            refuse(String.format("the marker FF%02X has no place here", value));
        } else if (JpegMarker.isFrame(value) && frameSeen) {
            refuse("a second frame header");
        } else if (value == JpegMarker.START_OF_SCAN && !frameSeen) {
            refuse("image data before the frame header");
        } else {
            state = State.LENGTH_HIGH;
        }
    }

    private void endOfImage() {
        if (!scanSeen || !dataSeen) {
            refuse("the end marker comes before any image data");
        } else if (height == 0) {
            refuse("its height is never given");
        } else {
            state = State.AFTER_END;
        }
    }

    private void lengthHigh(int value) {
        length = value << 8;
        state = State.LENGTH_LOW;
    }

    private void lengthLow(int value) {
        length = (length | value) - 2;
        payloadRead = 0;
        if (length < JpegMarker.shortestPayload(code)) {
            refuse(String.format("the segment FF%02X is too short", code));
        } else if (length == 0) {
            state = State.MARKER;
        } else {
            state = State.PAYLOAD;
        }
    }

    private void payload(int value) {
        if (payloadRead < FRAME_HEADER_KEPT) {
            kept[payloadRead] = value;
        }
        payloadRead++;
        if (payloadRead == length) {
            endOfSegment();
        }
    }

    private void endOfSegment() {
        state = State.MARKER;
        if (JpegMarker.isFrame(code)) {
            frame();
        } else if (code == JpegMarker.START_OF_SCAN) {
            scan();
        } else if (code == JpegMarker.DEFINE_NUMBER_OF_LINES && scanSeen && height == 0) {
            height = kept[0] << 8 | kept[1];
            checkDimensions();
        }
    }

    private void frame() {
        frameSeen = true;
        height = kept[1] << 8 | kept[2];
        width = kept[3] << 8 | kept[4];
        int components = kept[5];
        if (components == 0 || length != FRAME_HEADER_KEPT + 3 * components) {
            refuse("the frame header contradicts itself");
        } else {
            checkDimensions();
        }
    }

    private void scan() {
        int components = kept[0];
        if (components < 1 || components > 4 || length != 4 + 2 * components) {
            refuse("the scan header contradicts itself");
        } else {
            scanSeen = true;
            state = State.SCAN;
        }
    }

    private void checkDimensions() {
        if (width == 0 || width > MAX_DIMENSION || height > MAX_DIMENSION || (long) width * height > MAX_PIXELS) {
            refuse("it claims to be " + width + " x " + height + " pixels");
        }
    }

    private void refuse(String reason) {
        state = State.REFUSED;
        refusal = reason + " (at byte " + position + ")";
    }
}
