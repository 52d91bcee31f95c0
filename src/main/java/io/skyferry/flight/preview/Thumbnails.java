package io.skyferry.flight.preview;

import io.skyferry.flight.Flight;
import io.skyferry.flight.FlightRule;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.tapis.TapisContent;
import io.skyferry.tapis.TapisSession;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Small pictures: the camera's own if it made one, else one made of the whole image. Thread-safe. */
final class Thumbnails {
    /** @param tag the same for the same bytes */
    record Picture(byte[] jpeg, String tag) {}

    private final PreviewStore previews;
    private final TapisContent content;

    Thumbnails(PreviewStore previews, TapisContent content) {
        this.previews = previews;
        this.content = content;
    }

    /** @throws Failure FLIGHT_NOT_FOUND, NOT_FOUND when there is no such image or no picture of it, or as Tapis answered */
    Picture get(Owner owner, long flightId, String name, Supplier<TapisSession> session) {
        Flight flight = previews.getSeen(owner, flightId);
        byte[] jpeg = previews.findThumbnail(flightId, name)
                .or(() -> madeAndKept(flight, checked(name), session.get()))
                .orElseThrow(() -> new Failure(ErrorCode.NOT_FOUND, "There is no small picture of this image."));
        return new Picture(jpeg, tag(jpeg));
    }

    private static String checked(String name) {
        boolean plain = name.length() <= 255 && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < 32);
        if (!plain || name.equals("..") || name.equals(".") || !FlightRule.isImageName(name)) {
            throw new Failure(ErrorCode.NOT_FOUND, "The flight has no such image.");
        }
        return name;
    }

    private Optional<byte[]> madeAndKept(Flight flight, String name, TapisSession session) {
        Optional<byte[]> jpeg = made(flight, name, session);
        jpeg.ifPresent(bytes -> previews.keepThumbnail(flight.id(), name, bytes));
        return jpeg;
    }

    /** Stops reading as soon as the header says that there is a thumbnail, or that it would be too much. */
    private Optional<byte[]> made(Flight flight, String name, TapisSession session) {
        byte[] bytes = beginning(flight, name, session);
        return HeadReader.read(bytes)
                .thumbnail()
                .or(() -> bytes.length <= SmallJpeg.MOST_BYTES ? SmallJpeg.of(bytes) : Optional.empty());
    }

    private byte[] beginning(Flight flight, String name, TapisSession session) {
        TapisContent.Wish wish = new TapisContent.Wish(SmallJpeg.MOST_BYTES + 1, Thumbnails::isDecided);
        try {
            return content.readBeginning(
                    session, flight.systemId(), flight.imagesPath() + "/" + name, wish, true, new StopSignal());
        } catch (Failure failure) {
            throw failure.code() == ErrorCode.TAPIS_NOT_FOUND
                    ? new Failure(ErrorCode.NOT_FOUND, "The flight has no such image.", failure)
                    : failure;
        }
    }

    private static boolean isDecided(byte[] bytes) {
        JpegHead head = JpegHead.of(bytes);
        boolean hopeless = head.complete() && !SmallJpeg.isFeasible(head);
        return hopeless
                || head.exif().isPresent() && HeadReader.read(bytes).thumbnail().isPresent();
    }

    private static String tag(byte[] jpeg) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(jpeg);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
