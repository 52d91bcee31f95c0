package io.skyferry.flight.preview;

import io.skyferry.platform.failure.ErrorCode;
import java.util.List;

/**
 * What is known of where a flight's images were taken.
 *
 * @param state READING, READY or FAILED
 * @param read how many of the wanted ones were read
 * @param of how many are wanted: a sample, or all
 * @param totalImages how many the flight has
 * @param sampled whether only some of them are wanted
 * @param odd files that are no ordinary photos
 * @param outlierRule what makes an outlier
 * @param boundingBox around all positions but outliers; null without any. Its west is greater than its east when it
 *     crosses the 180th meridian
 * @param error why it failed; null = it did not
 */
public record Positions(
        String state,
        int read,
        int of,
        int totalImages,
        boolean sampled,
        long withPosition,
        long withoutPosition,
        long odd,
        long outliers,
        String outlierRule,
        Box boundingBox,
        Problem error,
        List<ImageView> images) {

    public record Box(double south, double west, double north, double east) {}

    public record Problem(String code, String detail, String hint) {}

    /**
     * @param latitude null without a position
     * @param altitude metres above sea level as the camera believes
     * @param takenAt the camera's local time; with an offset if the camera wrote one
     * @param outlier whether it lies far from the others
     * @param odd why it is no ordinary photo; null = it is one
     */
    public record ImageView(
            String name,
            Double latitude,
            Double longitude,
            Double altitude,
            String takenAt,
            String camera,
            Integer width,
            Integer height,
            boolean outlier,
            String odd,
            boolean hasThumbnail) {}

    static Positions of(PreviewRow row, List<PreviewStore.Known> known) {
        List<ImageFacts.Position> places = known.stream()
                .flatMap(image -> image.facts().position().stream())
                .toList();
        Scatter scatter = new Scatter(places);
        long odd =
                known.stream().filter(image -> image.facts().odd().isPresent()).count();
        return new Positions(
                row.state().name(),
                row.done(),
                row.wanted(),
                row.images(),
                row.wanted() < row.images(),
                places.size(),
                known.stream()
                        .filter(image -> image.facts().odd().isEmpty()
                                && image.facts().position().isEmpty())
                        .count(),
                odd,
                places.stream().filter(scatter::isOutlier).count(),
                Scatter.RULE,
                scatter.box(places)
                        .map(box -> new Box(box.south(), box.west(), box.north(), box.east()))
                        .orElse(null),
                row.errorCode().map(code -> problem(code, row)).orElse(null),
                known.stream().map(image -> view(image, scatter)).toList());
    }

    private static Problem problem(ErrorCode code, PreviewRow row) {
        return new Problem(code.name(), row.errorText(), code.hint());
    }

    private static ImageView view(PreviewStore.Known image, Scatter scatter) {
        ImageFacts facts = image.facts();
        return new ImageView(
                image.name(),
                facts.position().map(ImageFacts.Position::latitude).orElse(null),
                facts.position().map(ImageFacts.Position::longitude).orElse(null),
                facts.position().flatMap(ImageFacts.Position::altitude).orElse(null),
                facts.takenAt().orElse(null),
                facts.camera().orElse(null),
                facts.width().orElse(null),
                facts.height().orElse(null),
                facts.position().filter(scatter::isOutlier).isPresent(),
                facts.odd().orElse(null),
                image.hasThumbnail());
    }
}
