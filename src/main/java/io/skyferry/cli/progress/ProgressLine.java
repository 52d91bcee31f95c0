package io.skyferry.cli.progress;

import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Printable;
import java.util.Locale;

/**
 * One line of progress; all texts are printable.
 *
 * @param counts what is done so far, empty while nothing is known
 * @param speed changes all the time, unlike the rest
 */
record ProgressLine(String label, String phase, String counts, String speed, double share) {
    private static final int BAR = 10;

    static ProgressLine of(String label, String phase, Counts counts, boolean ended, RateMeter meter) {
        String done = "";
        if (counts.imagesTotal() > 0) {
            done = String.format(
                    Locale.ROOT,
                    "  %d/%d images  %s",
                    counts.imagesDone(),
                    counts.imagesTotal(),
                    Amounts.megabytes(counts.bytesDone(), counts.bytesTotal()));
        }
        if (counts.imagesFailed() > 0) {
            done += "  " + counts.imagesFailed() + " failed";
        }
        return new ProgressLine(
                Printable.text(label),
                Printable.text(phase),
                done,
                speed(ended ? 0 : counts.bytesLeft(), meter),
                counts.share());
    }

    private static String speed(long bytesLeft, RateMeter meter) {
        if (meter.average() <= 0) {
            return "";
        }
        String left = meter.timeLeft(bytesLeft)
                .map(time -> "  " + Amounts.clock(time) + " left")
                .orElse("");
        return "  " + Amounts.rate(meter.current()) + left + "  (average " + Amounts.rate(meter.average()) + ")";
    }

    /** What stands, without what changes all the time. */
    String fact() {
        return phase + counts;
    }

    String plain() {
        return label + ": " + phase + counts + speed;
    }

    String bar() {
        int full = (int) Math.floor(share * BAR);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    /** What follows bar and label on a terminal. */
    String rest() {
        return counts + speed + "  " + phase;
    }
}
