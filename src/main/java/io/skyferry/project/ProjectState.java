package io.skyferry.project;

import java.util.EnumSet;
import java.util.Set;

/** Where a flight's project is. The allowed arrows are here and nowhere else. */
public enum ProjectState {
    /** It is made, or being made, in WebODM; nothing was moved yet. */
    CREATED,
    /** A sync brings images, or was interrupted and will be continued. */
    SYNCING,
    /** A sync ended and somebody has to decide or repair something. */
    NEEDS_ATTENTION,
    /** WebODM has all images and was told so. */
    COMMITTED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELED;

    /** Where it may go from here. A task that vanished at WebODM needs attention. */
    Set<ProjectState> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(SYNCING, NEEDS_ATTENTION);
            // A sync that finds nothing to do leaves it as WebODM has it.
            case SYNCING -> EnumSet.of(NEEDS_ATTENTION, COMMITTED, PROCESSING, COMPLETED, FAILED, CANCELED);
            case NEEDS_ATTENTION -> EnumSet.of(SYNCING);
            // WebODM may pass through states between two looks at it.
            case COMMITTED -> EnumSet.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, FAILED, CANCELED);
            case PROCESSING -> EnumSet.of(SYNCING, NEEDS_ATTENTION, COMPLETED, FAILED, CANCELED);
            // Somebody may restart the task in WebODM.
            case COMPLETED -> EnumSet.of(SYNCING, NEEDS_ATTENTION, PROCESSING, FAILED, CANCELED);
            case FAILED -> EnumSet.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, CANCELED);
            case CANCELED -> EnumSet.of(SYNCING, NEEDS_ATTENTION, PROCESSING, COMPLETED, FAILED);
        };
    }

    public boolean mayBecome(ProjectState state) {
        return next().contains(state);
    }

    /** Whether WebODM was given the images and decides what comes next. */
    public boolean isWithWebOdm() {
        return switch (this) {
            case COMMITTED, PROCESSING, COMPLETED, FAILED, CANCELED -> true;
            case CREATED, SYNCING, NEEDS_ATTENTION -> false;
        };
    }
}
