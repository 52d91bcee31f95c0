package io.skyferry.transfer;

import io.skyferry.project.ImageTally;

/** How a sync that was not interrupted ends; the exit status of its job. */
public enum SyncOutcome {
    /** All images are in the task, and WebODM was told to process them. */
    COMMITTED,
    /** WebODM had all images before and was told so before. */
    NOTHING_TO_DO,
    /** Some images failed or were refused; somebody decides whether to retry or to process without them. */
    NEEDS_ATTENTION,
    /** WebODM processes no fewer than two images. */
    TOO_FEW_IMAGES,
    /** There are new images for a task that was processed already; nobody asked for processing it again. */
    NEW_IMAGES;

    private static final int FEWEST_IMAGES = 2;

    /** What is to be done after the transfer, by the ledger alone. */
    public static SyncOutcome afterTransfer(ImageTally tally, SyncOptions options) {
        boolean incomplete = tally.listed() + tally.failed() + tally.refused() > 0;
        if (incomplete && !options.processWithout()) {
            return NEEDS_ATTENTION;
        }
        return tally.delivered() < FEWEST_IMAGES ? TOO_FEW_IMAGES : COMMITTED;
    }
}
