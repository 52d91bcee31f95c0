package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.Failure;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.tapis.TapisFile;
import io.skyferry.tapis.kit.TapisWorld;
import io.skyferry.transfer.integrity.ImageNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListingTest {
    private static final String SYSTEM = "ptdatax.project.A";
    private static final TapisFile IMAGE = new TapisFile("a.jpg", "file", 10, "2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private static String fingerprint(TapisFile... images) {
        return new ImageListing(List.of(images)).fingerprint();
    }

    private static String row(String name, int size) {
        return "{\"name\": \"%s\", \"type\": \"file\", \"size\": %d}".formatted(name, size);
    }

    @Test
    void keepsNamesInSightThatCanNotBeStored() {
        TapisFile nul = ImageListing.storable(new TapisFile("a\0b.jpg", "file", 3, null));
        TapisFile endless = ImageListing.storable(new TapisFile("x".repeat(2000) + ".jpg", "file", 3, null));

        assertThat(nul.name()).startsWith("\\").endsWith("a?b.jpg").doesNotContain("\0");
        assertThat(endless.name()).hasSizeLessThan(1000);
        assertThat(ImageListing.storable(IMAGE)).isSameAs(IMAGE);
        assertThatThrownBy(() -> ImageNames.checked(nul.name())).isInstanceOf(Failure.class);
    }

    @Test
    void countsAFileOnceInADirectoryThatDoesNotComeToRest() throws IOException {
        String page = IntStream.range(0, 1000)
                .mapToObj(i -> row("%04d.jpg".formatted(i), 1))
                .collect(Collectors.joining(","));
        String rest =
                row("0998.jpg", 2) + "," + row("0999.jpg", 1) + "," + row("1000.jpg", 1) + "," + row("notes.txt", 1);
        try (TapisWorld world = new TapisWorld(directory).system(SYSTEM).start()) {
            answer(world, "offset=0", page);
            answer(world, "offset=999", rest);

            ImageListing listing =
                    ImageListing.read(world.gateway(), world.session(), SYSTEM, "F/code/images", world.count());

            assertThat(listing.images())
                    .hasSize(1001)
                    .extracting(TapisFile::name)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(listing.totalBytes()).isEqualTo(1002);
            assertThat(world.count().sent()).as("read three times").isEqualTo(6);
        }
    }

    private static void answer(TapisWorld world, String query, String rows) {
        String body = "{\"result\": [" + rows + "]}";
        world.sandbox()
                .faults()
                .add(Fault.on("GET", query + "(&|$)", new FaultEffect.Status(200, "application/json", body, Map.of())));
    }

    @Test
    void hasAFingerprintOfNamesSizesAndTimes() {
        assertThat(fingerprint(IMAGE)).matches("[0-9a-f]{64}").isEqualTo(fingerprint(IMAGE));
        assertThat(List.of(
                        fingerprint(),
                        fingerprint(IMAGE),
                        fingerprint(IMAGE, IMAGE),
                        fingerprint(new TapisFile("b.jpg", "file", 10, "2026-01-01T00:00:00Z")),
                        fingerprint(new TapisFile("a.jpg", "file", 11, "2026-01-01T00:00:00Z")),
                        fingerprint(new TapisFile("a.jpg", "file", 10, "2026-01-01T00:00:01Z")),
                        fingerprint(new TapisFile("a.jpg", "file", 10, null))))
                .doesNotHaveDuplicates();
    }
}
