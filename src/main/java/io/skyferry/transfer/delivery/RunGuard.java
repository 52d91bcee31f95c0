package io.skyferry.transfer.delivery;

/** The claim of the run that delivers. */
@FunctionalInterface
public interface RunGuard {
    /** Whether the claim is still this run's; asked right before and after each upload, so it must be quick. */
    boolean isStillOurs();
}
