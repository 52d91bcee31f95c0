package io.skyferry.cli.progress;

import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Printable;
import java.util.Locale;

/**
 * One line of progress.
 *
 * @param label printable
 * @param fact what stands; rates apart from it change all the time
 */
record ProgressLine(String label, String fact, String speed, double share) {
    private static final int BAR = 20;

    static ProgressLine of(String label, String phase, Counts counts, RateMeter meter) {
        StringBuilder fact = new StringBuilder(Printable.text(phase));
        if (counts.imagesTotal() > 0) {
            fact.append(String.format(Locale.ROOT, "  %d/%d images", counts.imagesDone(), counts.imagesTotal()));
            fact.append("  ").append(Amounts.megabytes(counts.bytesDone(), counts.bytesTotal()));
        }
        if (counts.imagesFailed() > 0) {
            fact.append("  ").append(counts.imagesFailed()).append(" failed");
        }
        return new ProgressLine(Printable.text(label), fact.toString(), speed(counts, meter), counts.share());
    }

    private static String speed(Counts counts, RateMeter meter) {
        if (counts.bytesDone() == 0 || meter.average() <= 0) {
            return "";
        }
        String left = meter.timeLeft(counts.bytesLeft())
                .map(time -> "  " + Amounts.clock(time) + " left")
                .orElse("");
        return "  " + Amounts.rate(meter.current()) + " (average " + Amounts.rate(meter.average()) + ")" + left;
    }

    String plain() {
        return label + ": " + fact + speed;
    }

    String withBar() {
        int full = (int) Math.floor(share * BAR);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + plain();
    }
}
