package io.skyferry.transfer;

import static io.skyferry.transfer.ImageState.DELIVERED;
import static io.skyferry.transfer.ImageState.FAILED;
import static io.skyferry.transfer.ImageState.GONE;
import static io.skyferry.transfer.ImageState.LISTED;
import static io.skyferry.transfer.ImageState.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.TapisFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageTest {
    private static final Instant NOW = Instant.parse("2026-05-02T00:00:00Z");
    private static final TapisFile FILE = new TapisFile("a.jpg", "file", 100, "2026-01-01T00:00:00Z");
    private static final Failure FAILURE = new Failure(ErrorCode.TAPIS_ERROR, "Tapis 500.");
    private static final Map<ImageState, Set<ImageState>> ARROWS = Map.of(
            LISTED, Set.of(DELIVERED, FAILED, REFUSED, GONE),
            DELIVERED, Set.of(LISTED, GONE),
            FAILED, Set.of(LISTED, GONE),
            REFUSED, Set.of(LISTED, GONE),
            GONE, Set.of(LISTED));

    private static Image in(ImageState state) {
        Image image = new Image(1, FILE, "a.jpg", "a.jpg", NOW);
        send(image, state);
        return image;
    }

    private static void send(Image image, ImageState to) {
        switch (to) {
            case LISTED -> image.listedAgain(NOW);
            case DELIVERED -> image.delivered("0".repeat(64), "task", 2, NOW);
            case FAILED, REFUSED -> image.failed(to, FAILURE, 3);
            case GONE -> image.gone();
        }
    }

    static Stream<Arguments> allPairs() {
        return Arrays.stream(ImageState.values())
                .flatMap(from -> Arrays.stream(ImageState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void goesAlongTheArrowsOnly(ImageState from, ImageState to) {
        Image image = in(from);

        if (from == to || ARROWS.get(from).contains(to)) {
            send(image, to);
            assertThat(image.state()).isEqualTo(to);
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> send(image, to))
                    .withMessageContainingAll(from.name(), to.name());
            assertThat(image.state()).isEqualTo(from);
        }
    }

    @Test
    void keepsTheProofOfItsDelivery() {
        Image image = in(DELIVERED);

        assertThat(image.sha256()).isEqualTo("0".repeat(64));
        assertThat(image.attempts()).isEqualTo(2);
        assertThat(image.isIn("task")).isTrue();
        assertThat(image.isIn("another")).isFalse();
    }

    @Test
    void forgetsAllThatWhenItIsListedAnew() {
        Image image = in(DELIVERED);

        image.listed(new TapisFile("a.jpg", "file", 200, "2026-02-01T00:00:00Z"), NOW);

        assertThat(image.state()).isEqualTo(LISTED);
        assertThat(image.size()).isEqualTo(200);
        assertThat(image.sha256()).isNull();
        assertThat(image.attempts()).isZero();
        assertThat(image.isIn("task")).isFalse();
    }

    @Test
    void remembersTheContentOfAnUnchangedFileForItsNextTask() {
        Image image = in(DELIVERED);

        image.listed(FILE, NOW);

        assertThat(image.state()).isEqualTo(LISTED);
        assertThat(image.sha256()).isEqualTo("0".repeat(64));
        assertThat(image.isIn("task")).isFalse();
    }

    @Test
    void keepsWhyItFailedUntilItIsTriedAgain() {
        Image image = in(LISTED);
        image.failed(FAILED, new Failure(ErrorCode.TAPIS_ERROR, "x".repeat(1500)), 5);

        assertThat(image.errorCode()).hasValue(ErrorCode.TAPIS_ERROR);
        assertThat(image.errorText()).hasSize(1000);
        assertThat(image.attempts()).isEqualTo(5);

        image.listedAgain(NOW);

        assertThat(image.errorCode()).isEmpty();
        assertThat(image.errorText()).isNull();
    }

    @Test
    void noticesAnotherSizeOrTimeAtTheSource() {
        Image image = in(DELIVERED);

        assertThat(image.differsFrom(FILE)).isFalse();
        assertThat(image.differsFrom(new TapisFile("a.jpg", "file", 101, FILE.lastModified())))
                .isTrue();
        assertThat(image.differsFrom(new TapisFile("a.jpg", "file", 100, null))).isTrue();
        assertThat(image.differsFrom(new TapisFile("a.jpg", "file", 100, "2026-01-01T00:00:01Z")))
                .isTrue();
    }
}
