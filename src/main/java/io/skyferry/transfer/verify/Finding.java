package io.skyferry.transfer.verify;

import io.skyferry.transfer.Image;
import io.skyferry.transfer.upload.StoredImage;
import java.util.Optional;

/**
 * An image that is not in WebODM as it was delivered.
 *
 * @param difference {@code MISSING}, {@code SIZE} or {@code HASH}
 * @param expected a size or a SHA-256
 * @param found the same of what is there; null when nothing is
 */
public record Finding(String name, String deliveredName, String difference, String expected, String found) {

    /** Empty when nothing differs. */
    static Optional<Finding> of(Image image, Optional<StoredImage> stored) {
        if (stored.isEmpty()) {
            return Optional.of(finding(image, Difference.MISSING, Long.toString(image.size()), null));
        }
        StoredImage there = stored.get();
        if (there.bytes() != image.size()) {
            return Optional.of(
                    finding(image, Difference.SIZE, Long.toString(image.size()), Long.toString(there.bytes())));
        }
        if (there.sha256() != null && !there.sha256().equals(image.sha256())) {
            return Optional.of(finding(image, Difference.HASH, image.sha256(), there.sha256()));
        }
        return Optional.empty();
    }

    private static Finding finding(Image image, Difference difference, String expected, String found) {
        return new Finding(image.name(), image.deliveredName(), difference.name(), expected, found);
    }
}
