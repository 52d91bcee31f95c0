package io.skyferry.flight;

/** Follows a scan: told by any of its threads, but by one at a time, and the scan waits meanwhile. */
public interface ScanFollower {
    /** Nobody looks. */
    ScanFollower NOBODY = progress -> {};

    void movedOn(ScanProgress progress);

    /**
     * Asked before each request to Tapis, by any thread.
     *
     * @throws io.skyferry.platform.failure.Failure when nobody wants the scan any more; it ends with that
     */
    default void throwIfStopped() {}
}
