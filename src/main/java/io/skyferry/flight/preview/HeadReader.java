package io.skyferry.flight.preview;

import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what an image's beginning says. Never fails: whatever the bytes are, it says so. */
final class HeadReader {
    /** Enough for the EXIF segment, which has at most 64 KB, and what may stand before it. */
    static final int MOST_BYTES = 128 * 1024;

    private static final int LONGEST_CAMERA = 100;
    private static final int LARGEST_THUMBNAIL = 32 * 1024;
    private static final int LARGEST_THUMBNAIL_SIDE = 1024;

    private HeadReader() {}

    /** Whether more bytes would add nothing. */
    static boolean isEnough(byte[] bytes) {
        JpegHead head = JpegHead.of(bytes);
        return head.complete() || head.exif().isPresent();
    }

    static ImageFacts read(byte[] bytes) {
        JpegHead head = JpegHead.of(bytes);
        if (!head.isJpeg()) {
            return ImageFacts.odd("It does not begin as a JPEG.");
        }
        Metadata metadata = new Metadata();
        Optional<String> odd = head.exif().flatMap(exif -> parse(exif, metadata));
        return new ImageFacts(
                odd,
                position(metadata),
                takenAt(metadata),
                camera(metadata),
                side(head.frame().map(JpegHead.Frame::width), metadata, ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH),
                side(head.frame().map(JpegHead.Frame::height), metadata, ExifDirectoryBase.TAG_EXIF_IMAGE_HEIGHT),
                head.exif().flatMap(exif -> thumbnail(exif, metadata)));
    }

    private static Optional<String> parse(byte[] exif, Metadata metadata) {
        try {
            new TiffReader().processTiff(new ByteArrayReader(exif), new ExifTiffHandler(metadata, null, 0), 0);
            return Optional.empty();
        } catch (Exception | StackOverflowError damaged) {
            return Optional.of("Its EXIF data is damaged.");
        }
    }

    private static Optional<ImageFacts.Position> position(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        // 0, 0 is what cameras write that don't know
        if (place == null || place.isZero() || !isOnEarth(place.getLatitude(), place.getLongitude())) {
            return Optional.empty();
        }
        return Optional.of(new ImageFacts.Position(place.getLatitude(), place.getLongitude(), altitude(gps)));
    }

    private static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    private static Optional<Double> altitude(GpsDirectory gps) {
        Double metres = gps.getDoubleObject(GpsDirectory.TAG_ALTITUDE);
        if (metres == null || !Double.isFinite(metres)) {
            return Optional.empty();
        }
        Integer reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
        return Optional.of(reference != null && reference == 1 ? -metres : metres);
    }

    /** The two colons of EXIF's date become hyphens; what is no time is none. */
    private static Optional<String> takenAt(Metadata metadata) {
        return text(metadata, ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
                .filter(text -> text.matches("\\d{4}:\\d\\d:\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                .map(text -> text.substring(0, 4) + "-" + text.substring(5, 7) + "-" + text.substring(8, 10) + "T"
                        + text.substring(11))
                .map(time -> time + offset(metadata));
    }

    private static String offset(Metadata metadata) {
        return text(metadata, ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL)
                .filter(text -> text.matches("[+-]\\d\\d:\\d\\d"))
                .orElse("");
    }

    private static Optional<String> camera(Metadata metadata) {
        String words = Stream.of(ExifDirectoryBase.TAG_MAKE, ExifDirectoryBase.TAG_MODEL)
                .flatMap(tag -> text(metadata, ExifIFD0Directory.class, tag).stream())
                .collect(Collectors.joining(" "));
        return Optional.of(words.substring(0, Math.min(words.length(), LONGEST_CAMERA)))
                .filter(camera -> !camera.isEmpty());
    }

    private static Optional<String> text(Metadata metadata, Class<? extends Directory> type, int tag) {
        Directory directory = metadata.getFirstDirectoryOfType(type);
        String text = directory == null ? null : directory.getString(tag);
        return Optional.ofNullable(text)
                .map(raw -> raw.replaceAll("[\\p{C}\\s]+", " ").strip())
                .filter(clean -> !clean.isEmpty());
    }

    private static Optional<Integer> side(Optional<Integer> frame, Metadata metadata, int tag) {
        return frame.or(() -> number(metadata, ExifSubIFDDirectory.class, tag)).filter(side -> side > 0);
    }

    private static Optional<Integer> number(Metadata metadata, Class<? extends Directory> type, int tag) {
        Directory directory = metadata.getFirstDirectoryOfType(type);
        return directory == null ? Optional.empty() : Optional.ofNullable(directory.getInteger(tag));
    }

    private static Optional<byte[]> thumbnail(byte[] exif, Metadata metadata) {
        Optional<Integer> offset =
                number(metadata, ExifThumbnailDirectory.class, ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
        Optional<Integer> length =
                number(metadata, ExifThumbnailDirectory.class, ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
        return offset.flatMap(from -> length.filter(size -> from >= 0 && size > 0 && size <= exif.length - from)
                        .map(size -> Arrays.copyOfRange(exif, from, from + size)))
                .filter(HeadReader::isSmallJpeg);
    }

    private static boolean isSmallJpeg(byte[] bytes) {
        JpegHead head = JpegHead.of(bytes);
        return bytes.length <= LARGEST_THUMBNAIL
                && head.isJpeg()
                && head.frame()
                        .filter(frame -> Math.max(frame.width(), frame.height()) <= LARGEST_THUMBNAIL_SIDE)
                        .isPresent();
    }
}
