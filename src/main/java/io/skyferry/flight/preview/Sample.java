package io.skyferry.flight.preview;

import java.util.List;
import java.util.stream.IntStream;

/** An even choice out of a list: the first, the last, and what lies between at equal steps. */
final class Sample {
    private Sample() {}

    static <T> List<T> of(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        double step = (all.size() - 1) / (most - 1.0);
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round(i * step)))
                .toList();
    }
}
