package io.skyferry.flight.preview;

import java.util.List;
import java.util.Optional;

/**
 * How positions lie. Longitudes are taken relative to the first position, so that a flight may cross the 180th meridian.
 * An outlier is farther from the median position than 500 m and than 6 times the median of all such distances; among
 * fewer than 5 positions nothing is one. Immutable.
 */
final class Scatter {
    static final String RULE = "farther from the median position than 500 m and than 6 times the median distance";

    private static final int FEWEST = 5;
    private static final double LEAST_METRES = 500;
    private static final double TIMES_MEDIAN = 6;
    private static final double METRES_PER_DEGREE = 111_320;

    private final double origin;
    private final double latitude;
    private final double longitude;
    private final double limit;

    /** @param west greater than {@code east} when it crosses the 180th meridian */
    record Box(double south, double west, double north, double east) {}

    Scatter(List<ImageFacts.Position> positions) {
        origin = positions.isEmpty() ? 0 : positions.get(0).longitude();
        latitude = median(positions.stream()
                .mapToDouble(ImageFacts.Position::latitude)
                .sorted()
                .toArray());
        longitude = median(positions.stream()
                .mapToDouble(position -> relative(position.longitude()))
                .sorted()
                .toArray());
        double typical =
                median(positions.stream().mapToDouble(this::metres).sorted().toArray());
        limit = positions.size() < FEWEST ? Double.POSITIVE_INFINITY : Math.max(LEAST_METRES, TIMES_MEDIAN * typical);
    }

    private static double median(double[] sorted) {
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double relative(double degrees) {
        return Math.IEEEremainder(degrees - origin, 360);
    }

    private double metres(ImageFacts.Position position) {
        double north = (position.latitude() - latitude) * METRES_PER_DEGREE;
        double east =
                (relative(position.longitude()) - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east);
    }

    boolean isOutlier(ImageFacts.Position position) {
        return metres(position) > limit;
    }

    /** Around all but outliers. */
    Optional<Box> box(List<ImageFacts.Position> positions) {
        List<ImageFacts.Position> inside =
                positions.stream().filter(position -> !isOutlier(position)).toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        double west =
                inside.stream().mapToDouble(p -> relative(p.longitude())).min().orElseThrow();
        double east =
                inside.stream().mapToDouble(p -> relative(p.longitude())).max().orElseThrow();
        return Optional.of(new Box(
                inside.stream().mapToDouble(ImageFacts.Position::latitude).min().orElseThrow(),
                Math.IEEEremainder(west + origin, 360),
                inside.stream().mapToDouble(ImageFacts.Position::latitude).max().orElseThrow(),
                Math.IEEEremainder(east + origin, 360)));
    }
}
