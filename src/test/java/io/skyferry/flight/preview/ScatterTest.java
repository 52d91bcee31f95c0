package io.skyferry.flight.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private static ImageFacts.Position at(double latitude, double longitude) {
        return new ImageFacts.Position(latitude, longitude, Optional.empty());
    }

    /** A field of 10 by 10 photos, about 10 m apart. */
    private static List<ImageFacts.Position> field(double latitude, double longitude) {
        return new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> at(latitude + i / 10 * 1e-4, longitude + i % 10 * 1e-4))
                .toList());
    }

    @Test
    void findsThePhotoThatWasTakenElsewhere() {
        List<ImageFacts.Position> positions = field(46.8, -92);
        positions.add(at(46.9, -92));
        Scatter scatter = new Scatter(positions);

        assertThat(positions.stream().filter(scatter::isOutlier)).containsExactly(at(46.9, -92));
        Scatter.Box box = scatter.box(positions).orElseThrow();
        assertThat(box.north()).isLessThan(46.802);
        assertThat(box.west()).isCloseTo(-92, within(1e-9));
    }

    @Test
    void takesALongCorridorAsItIs() {
        List<ImageFacts.Position> corridor =
                IntStream.range(0, 500).mapToObj(i -> at(46 + i * 1e-3, -92)).toList();
        Scatter scatter = new Scatter(corridor);
        assertThat(corridor).noneMatch(scatter::isOutlier);
    }

    @Test
    void mayCrossThe180thMeridian() {
        List<ImageFacts.Position> positions = new ArrayList<>(field(-17, 179.9996));
        positions.replaceAll(p -> at(p.latitude(), p.longitude() > 180 ? p.longitude() - 360 : p.longitude()));
        Scatter scatter = new Scatter(positions);
        assertThat(positions).noneMatch(scatter::isOutlier);
        Scatter.Box box = scatter.box(positions).orElseThrow();
        assertThat(box.west()).isCloseTo(179.9996, within(1e-6));
        assertThat(box.east()).isCloseTo(-179.9995, within(1e-6));
    }

    @Test
    void judgesNobodyAmongFew() {
        List<ImageFacts.Position> few = List.of(at(1, 1), at(1, 1), at(1, 1), at(50, 50));
        assertThat(few).noneMatch(new Scatter(few)::isOutlier);
        assertThat(new Scatter(List.of()).box(List.of())).isEmpty();
    }

    @Test
    void samplesEvenly() {
        List<Integer> all = IntStream.range(0, 1001).boxed().toList();
        assertThat(Sample.of(all, 11)).containsExactly(0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000);
        assertThat(Sample.of(all, 200))
                .hasSize(200)
                .doesNotHaveDuplicates()
                .startsWith(0)
                .endsWith(1000);
        assertThat(Sample.of(List.of(1, 2), 200)).containsExactly(1, 2);
    }
}
