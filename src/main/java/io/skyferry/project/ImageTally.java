package io.skyferry.project;

/**
 * How many images of a project are in which state, and how many bytes that is.
 *
 * @param totalBytes of all images that are still at the source
 */
public record ImageTally(
        long listed, long delivered, long failed, long refused, long gone, long totalBytes, long deliveredBytes) {
    public static final ImageTally NONE = new ImageTally(0, 0, 0, 0, 0, 0, 0);

    /** Images that are still at the source. */
    public long present() {
        return listed + delivered + failed + refused;
    }
}
