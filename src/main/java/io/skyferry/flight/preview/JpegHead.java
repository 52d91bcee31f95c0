package io.skyferry.flight.preview;

import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a JPEG file, taken apart by its markers. Stands any bytes.
 *
 * @param isJpeg whether it begins as one
 * @param exif the TIFF structure of the first EXIF segment
 * @param frame the image's dimensions, once they have come
 * @param complete whether nothing that is wanted can come any more
 */
record JpegHead(boolean isJpeg, Optional<byte[]> exif, Optional<Frame> frame, boolean complete) {
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    record Frame(int width, int height, boolean progressive) {
        long pixels() {
            return (long) width * height;
        }
    }

    static JpegHead of(byte[] bytes) {
        if (bytes.length < 2) {
            return new JpegHead(false, Optional.empty(), Optional.empty(), false);
        }
        if (at(bytes, 0) != 0xFF || at(bytes, 1) != 0xD8) {
            return new JpegHead(false, Optional.empty(), Optional.empty(), true);
        }
        return walk(bytes);
    }

    private static JpegHead walk(byte[] bytes) {
        Optional<byte[]> exif = Optional.empty();
        Optional<Frame> frame = Optional.empty();
        int position = 2;
        while (position + 4 <= bytes.length) {
            int marker = at(bytes, position + 1);
            if (at(bytes, position) != 0xFF || marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return new JpegHead(true, exif, frame, true);
            }
            if (marker == 0xFF) {
                position++; // a fill byte
                continue;
            }
            int length = at(bytes, position + 2) << 8 | at(bytes, position + 3);
            int end = position + 2 + length;
            if (length < 2 || end > bytes.length) {
                return new JpegHead(true, exif, frame, length < 2);
            }
            if (marker == APP1 && exif.isEmpty()) {
                exif = exif(bytes, position + 4, end);
            }
            if (isFrame(marker) && length >= 8) {
                frame = Optional.of(frame(bytes, position + 4, marker));
            }
            position = end;
        }
        return new JpegHead(true, exif, frame, false);
    }

    /** Start of frame: baseline, extended, progressive and the rarer ones; not tables, arithmetic or reserved. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Frame frame(byte[] bytes, int from, int marker) {
        int height = at(bytes, from + 1) << 8 | at(bytes, from + 2);
        int width = at(bytes, from + 3) << 8 | at(bytes, from + 4);
        return new Frame(width, height, (marker & 3) == 2);
    }

    private static Optional<byte[]> exif(byte[] bytes, int from, int end) {
        boolean is = end - from >= EXIF.length && Arrays.equals(bytes, from, from + EXIF.length, EXIF, 0, EXIF.length);
        return is ? Optional.of(Arrays.copyOfRange(bytes, from + EXIF.length, end)) : Optional.empty();
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
