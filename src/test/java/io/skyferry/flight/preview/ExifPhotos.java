package io.skyferry.flight.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** JPEG files with EXIF data of the test's choice. */
public final class ExifPhotos {
    private static final int ENTRY = 12;

    private ExifPhotos() {}

    /** The photo with another EXIF segment, which holds the thumbnail, before its own. */
    static byte[] withThumbnail(byte[] photo, byte[] thumbnail) {
        // TIFF header, an empty first directory, a second one that points at the thumbnail
        ByteBuffer tiff = ByteBuffer.allocate(8 + 6 + 2 + 2 * ENTRY + 4 + thumbnail.length);
        header(tiff).putShort((short) 0).putInt(14);
        int at = tiff.capacity() - thumbnail.length;
        tiff.putShort((short) 2);
        number(tiff, 0x0201, at);
        number(tiff, 0x0202, thumbnail.length);
        tiff.putInt(0).put(thumbnail);
        return withExif(photo, tiff.array());
    }

    private static ByteBuffer header(ByteBuffer tiff) {
        return tiff.put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
    }

    private static void number(ByteBuffer tiff, int tag, int value) {
        tiff.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }

    /** A tiny file that was taken there, as whole degrees. */
    public static byte[] at(int latitude, int longitude) {
        int gps = 8 + 2 + ENTRY + 4;
        int values = gps + 2 + 4 * ENTRY + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + 48);
        header(tiff).putShort((short) 1);
        number(tiff, 0x8825, gps);
        tiff.putInt(0).putShort((short) 4);
        letter(tiff, 1, latitude < 0 ? 'S' : 'N');
        degrees(tiff, 2, values);
        letter(tiff, 3, longitude < 0 ? 'W' : 'E');
        degrees(tiff, 4, values + 24);
        tiff.putInt(0);
        rationals(tiff, Math.abs(latitude));
        rationals(tiff, Math.abs(longitude));
        return withExif(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, tiff.array());
    }

    private static void letter(ByteBuffer tiff, int tag, char letter) {
        tiff.putShort((short) tag)
                .putShort((short) 2)
                .putInt(2)
                .put((byte) letter)
                .put(new byte[3]);
    }

    private static void degrees(ByteBuffer tiff, int tag, int offset) {
        tiff.putShort((short) tag).putShort((short) 5).putInt(3).putInt(offset);
    }

    private static void rationals(ByteBuffer tiff, int degrees) {
        tiff.putInt(degrees).putInt(1).putInt(0).putInt(1).putInt(0).putInt(1);
    }

    private static byte[] withExif(byte[] photo, byte[] tiff) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(photo, 0, 2);
        int length = 2 + 6 + tiff.length;
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        file.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(tiff);
        file.write(photo, 2, photo.length - 2);
        return file.toByteArray();
    }

    /** The photo, claiming other dimensions. */
    public static byte[] withFrame(byte[] photo, int width, int height) {
        byte[] changed = photo.clone();
        int position = 2;
        while ((changed[position + 1] & 0xff) < 0xC0 || (changed[position + 1] & 0xff) > 0xC2) {
            position += 2 + ((changed[position + 2] & 0xff) << 8 | changed[position + 3] & 0xff);
        }
        ByteBuffer.wrap(changed, position + 5, 4).putShort((short) height).putShort((short) width);
        return changed;
    }
}
