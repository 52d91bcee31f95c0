package io.skyferry.transfer.integrity;

/** The second byte of a JPEG marker, as ITU-T T.81 table B.1 lists them. */
final class JpegMarker {
    static final int TEMPORARY = 0x01;
    static final int START_OF_IMAGE = 0xd8;
    static final int END_OF_IMAGE = 0xd9;
    static final int START_OF_SCAN = 0xda;
    static final int DEFINE_NUMBER_OF_LINES = 0xdc;

    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int RESERVED_FOR_EXTENSIONS = 0xc8;
    private static final int ARITHMETIC_CONDITIONING = 0xcc;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;

    private JpegMarker() {}

    static boolean isRestart(int code) {
        return code >= FIRST_RESTART && code <= LAST_RESTART;
    }

    static boolean isFrame(int code) {
        return code >= FIRST_FRAME
                && code <= LAST_FRAME
                && code != HUFFMAN_TABLES
                && code != RESERVED_FOR_EXTENSIONS
                && code != ARITHMETIC_CONDITIONING;
    }

    /** Whether a segment with a length follows. Everything below C0 is reserved: seen there, the data is damaged. */
    static boolean hasSegment(int code) {
        return code >= FIRST_FRAME && code != RESERVED_FOR_EXTENSIONS && !isRestart(code) && code != START_OF_IMAGE;
    }

    /** The fewest bytes that a segment's content can have. */
    static int shortestPayload(int code) {
        if (isFrame(code)) {
            return 9;
        }
        return switch (code) {
            case START_OF_SCAN -> 6;
            case DEFINE_NUMBER_OF_LINES -> 2;
            default -> 0;
        };
    }
}
