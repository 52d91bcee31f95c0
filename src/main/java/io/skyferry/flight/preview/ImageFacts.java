package io.skyferry.flight.preview;

import java.util.Optional;

/**
 * What the beginning of an image says. Immutable.
 *
 * @param odd why it is no ordinary photo; empty = it is one
 * @param takenAt the camera's local time as ISO 8601, with an offset only if the camera wrote one
 * @param thumbnail a JPEG that the camera made
 */
record ImageFacts(
        Optional<String> odd,
        Optional<Position> position,
        Optional<String> takenAt,
        Optional<String> camera,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<byte[]> thumbnail) {

    /**
     * WGS 84, degrees.
     *
     * @param altitude metres above sea level as the camera believes
     */
    record Position(double latitude, double longitude, Optional<Double> altitude) {}

    static ImageFacts odd(String reason) {
        return new ImageFacts(
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
