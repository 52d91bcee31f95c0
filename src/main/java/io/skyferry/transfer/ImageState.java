package io.skyferry.transfer;

import java.util.EnumSet;
import java.util.Set;

/** Where an image is. The allowed arrows are here and nowhere else. */
public enum ImageState {
    /** Seen at the source, to be brought. */
    LISTED,
    /** Proven to be in the WebODM task as it is at the source. */
    DELIVERED,
    /** All attempts failed; it can be tried again. */
    FAILED,
    /** Not a whole JPEG, or its name can't be used: bringing it again would not help. */
    REFUSED,
    /** No longer at the source. */
    GONE;

    /** Where it may go. A changed source or a lost task leads back to LISTED. */
    Set<ImageState> next() {
        return switch (this) {
            case LISTED -> EnumSet.of(DELIVERED, FAILED, REFUSED, GONE);
            case DELIVERED -> EnumSet.of(LISTED, GONE);
            case FAILED, REFUSED -> EnumSet.of(LISTED, GONE);
            case GONE -> EnumSet.of(LISTED);
        };
    }

    public boolean mayBecome(ImageState state) {
        return next().contains(state);
    }
}
