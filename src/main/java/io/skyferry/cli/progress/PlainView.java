package io.skyferry.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a line when something changed, at most every few seconds: for logs and pipes. */
final class PlainView implements View {
    private static final Duration REST = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final Map<Integer, String> shown = new HashMap<>();
    private Instant next = Instant.MIN;

    PlainView(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void show(List<ProgressLine> lines, Instant now, boolean last) {
        if (!last && now.isBefore(next)) {
            return;
        }
        for (int place = 0; place < lines.size(); place++) {
            ProgressLine line = lines.get(place);
            if (!line.fact().equals(shown.put(place, line.fact()))) {
                err.println(line.plain());
                next = now.plus(REST);
            }
        }
        err.flush();
    }
}
