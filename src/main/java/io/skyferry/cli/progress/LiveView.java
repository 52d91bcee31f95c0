package io.skyferry.cli.progress;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Redraws the same lines of a terminal. Each line is cut to the terminal's width, because a wrapped line would make the
 * way back up longer than it is thought to be; long labels give way first.
 */
final class LiveView implements View {
    private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";
    private static final int SHORTEST_LABEL = 12;

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
        int space = columns - 2 - longest(lines, line -> width(line.bar() + line.rest()));
        int label = Math.min(longest(lines, line -> width(line.label())), Math.max(SHORTEST_LABEL, space));
        for (ProgressLine line : lines) {
            err.println(cut(line.bar() + " " + padded(cut(line.label(), label), label) + line.rest(), columns - 1));
        }
        err.flush();
        drawn = lines.size();
    }

    private static int longest(List<ProgressLine> lines, ToIntFunction<ProgressLine> width) {
        return lines.stream().mapToInt(width).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }
}
