package io.skyferry.cli.progress;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/**
 * Redraws the same lines of a terminal. Each line is cut to the terminal's width, because a wrapped line would make the
 * way back up longer than it is thought to be.
 */
final class LiveView implements View {
    private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";

    private final PrintWriter err;
    private final int columns;
    private int drawn;

    LiveView(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public void show(List<ProgressLine> lines, Instant now, boolean last) {
        if (drawn > 0) {
            err.printf(UP_AND_CLEAR, drawn);
        }
        for (ProgressLine line : lines) {
            err.println(cut(line.withBar()));
        }
        err.flush();
        drawn = lines.size();
    }

    private String cut(String line) {
        return line.codePointCount(0, line.length()) < columns
                ? line
                : line.substring(0, line.offsetByCodePoints(0, columns - 1));
    }
}
