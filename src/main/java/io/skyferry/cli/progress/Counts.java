package io.skyferry.cli.progress;

/**
 * How far something is.
 *
 * @param imagesTotal 0 while it is not known
 * @param imagesFailed failed and refused
 */
public record Counts(long imagesTotal, long imagesDone, long imagesFailed, long bytesTotal, long bytesDone) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                imagesTotal + other.imagesTotal,
                imagesDone + other.imagesDone,
                imagesFailed + other.imagesFailed,
                bytesTotal + other.bytesTotal,
                bytesDone + other.bytesDone);
    }

    /** From 0 to 1, by bytes where they are known. */
    double share() {
        if (bytesTotal > 0) {
            return Math.min(1, (double) bytesDone / bytesTotal);
        }
        return imagesTotal > 0 ? Math.min(1, (double) imagesDone / imagesTotal) : 0;
    }

    long bytesLeft() {
        return Math.max(0, bytesTotal - bytesDone);
    }
}
