package io.skyferry.transfer;

import io.skyferry.project.ImageTally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns grouped rows (project, state, count, bytes) of one project into a tally. */
final class ImageCounts {
    private record Sum(long count, long bytes) {}

    private static final Sum NOTHING = new Sum(0, 0);

    private ImageCounts() {}

    static ImageTally tally(List<Object[]> rows) {
        Map<ImageState, Sum> sums = new EnumMap<>(ImageState.class);
        rows.forEach(row ->
                sums.put((ImageState) row[1], new Sum(((Number) row[2]).longValue(), ((Number) row[3]).longValue())));
        long present = sums.entrySet().stream()
                .filter(entry -> entry.getKey() != ImageState.GONE)
                .mapToLong(entry -> entry.getValue().bytes())
                .sum();
        return new ImageTally(
                count(sums, ImageState.LISTED),
                count(sums, ImageState.DELIVERED),
                count(sums, ImageState.FAILED),
                count(sums, ImageState.REFUSED),
                count(sums, ImageState.GONE),
                present,
                sums.getOrDefault(ImageState.DELIVERED, NOTHING).bytes());
    }

    private static long count(Map<ImageState, Sum> sums, ImageState state) {
        return sums.getOrDefault(state, NOTHING).count();
    }
}
