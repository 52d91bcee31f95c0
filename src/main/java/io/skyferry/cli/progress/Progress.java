package io.skyferry.cli.progress;

import io.skyferry.cli.terminal.Surroundings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows how several things go on, one line each and their total. Not thread-safe. */
public final class Progress {
    private static final String TOTAL = "total";

    private final Clock clock;
    private final View view;
    private final List<RateMeter> meters = new ArrayList<>();

    private Progress(Clock clock, View view) {
        this.clock = clock;
        this.view = view;
    }

    /** On standard error: redrawn on a terminal, line by line elsewhere. */
    public static Progress on(Surroundings surroundings) {
        View view = surroundings.isErrTerminal()
                ? new LiveView(surroundings.err(), surroundings.columns())
                : new PlainView(surroundings.err());
        return new Progress(surroundings.clock(), view);
    }

    /** @param standings always of the same things */
    public void show(List<Standing> standings, boolean last) {
        Instant now = clock.instant();
        List<ProgressLine> lines = new ArrayList<>();
        Counts total = Counts.NONE;
        for (Standing standing : standings) {
            lines.add(line(lines.size(), standing.label(), standing.phase(), standing.counts(), standing.ended(), now));
            total = total.plus(standing.counts());
        }
        if (standings.size() > 1) {
            long ended = standings.stream().filter(Standing::ended).count();
            String phase = ended + " of " + standings.size() + " ended";
            lines.add(line(lines.size(), TOTAL, phase, total, ended == standings.size(), now));
        }
        view.show(lines, now, last);
    }

    private ProgressLine line(int place, String label, String phase, Counts counts, boolean ended, Instant now) {
        if (place == meters.size()) {
            meters.add(new RateMeter());
        }
        RateMeter meter = meters.get(place);
        meter.read(now, counts.bytesDone());
        return ProgressLine.of(label, phase, counts, ended, meter);
    }
}
