package io.skyferry.transfer.download;

import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.integrity.JpegImage;
import io.skyferry.transfer.integrity.JpegInspection;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Counts, hashes and inspects the bytes of an image as they pass. Used by one thread at a time. */
final class ContentProof {
    private final JpegInspection inspection = new JpegInspection();
    private final MessageDigest digest = sha256();

    void accept(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
        inspection.accept(bytes.duplicate());
    }

    /** Empty when it is no whole JPEG. To be asked once, after the end. */
    Optional<SpooledImage> asImage(SpoolFile file) {
        try {
            JpegImage jpeg = inspection.finish();
            String hash = HexFormat.of().formatHex(digest.digest());
            return Optional.of(new SpooledImage(file, jpeg.bytes(), hash, jpeg.width(), jpeg.height()));
        } catch (Failure notWhole) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
