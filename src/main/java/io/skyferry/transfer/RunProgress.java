package io.skyferry.transfer;

import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import java.time.Duration;
import java.util.Optional;

/**
 * The images of a run, counted along instead of asked for: the ledger may have a million of them. Tells of itself at
 * most once in a while, and always of the last image. Thread-safe.
 */
final class RunProgress {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final FlightProject project;
    private ImageTally tally;
    private long toldAtNanos;
    private boolean told;

    /** @param project as it was when the run planned; WebODM's ids don't change any more after that */
    RunProgress(FlightProject project, ImageTally tally) {
        this.project = project;
        this.tally = tally;
    }

    FlightProject project() {
        return project;
    }

    /** @return the images as they are now, if it is time to tell somebody */
    synchronized Optional<ImageTally> moved(ImageState to, long bytes, long nanoTime) {
        tally = after(tally, to, bytes);
        boolean due = !told || nanoTime - toldAtNanos >= PAUSE_NANOS || tally.listed() == 0;
        if (due) {
            told = true;
            toldAtNanos = nanoTime;
        }
        return due ? Optional.of(tally) : Optional.empty();
    }

    private static ImageTally after(ImageTally now, ImageState to, long bytes) {
        return new ImageTally(
                now.listed() - 1,
                now.delivered() + (to == ImageState.DELIVERED ? 1 : 0),
                now.failed() + (to == ImageState.FAILED ? 1 : 0),
                now.refused() + (to == ImageState.REFUSED ? 1 : 0),
                now.gone() + (to == ImageState.GONE ? 1 : 0),
                now.totalBytes() - (to == ImageState.GONE ? bytes : 0),
                now.deliveredBytes() + (to == ImageState.DELIVERED ? bytes : 0));
    }
}
