package io.skyferry.transfer.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.project.ImageTally;
import io.skyferry.transfer.SyncOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportStepTest {

    @ParameterizedTest
    @CsvSource({
        // listed, failed, refused
        "0, 1, 0, 1 image failed.",
        "0, 7, 0, 7 images failed.",
        "0, 0, 1, 1 image was refused.",
        "0, 0, 7, 7 images were refused.",
        "0, 1, 1, 1 image failed and 1 was refused.",
        "0, 1, 7, 1 image failed and 7 were refused.",
        "0, 7, 1, 7 images failed and 1 was refused.",
        "3, 7, 8, 7 images failed and 8 were refused.",
        "1, 0, 0, 1 image was not brought.",
        "2, 0, 0, 2 images were not brought.",
    })
    void saysInASentenceWhichImagesAreMissing(long listed, long failed, long refused, String sentence) {
        assertThat(detail(SyncOutcome.NEEDS_ATTENTION, new ImageTally(listed, 5, failed, refused, 0, 0, 0)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, no usable image", "1, 1 usable image", "2, 2 usable images"})
    void saysHowFewImagesThereAre(long delivered, String count) {
        assertThat(detail(SyncOutcome.TOO_FEW_IMAGES, new ImageTally(0, delivered, 0, 0, 0, 0, 0)))
                .isEqualTo("The flight has " + count + "; WebODM processes 2 or more.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 image", "2, 2 images"})
    void saysHowManyImagesAreNew(long listed, String count) {
        assertThat(detail(SyncOutcome.NEW_IMAGES, new ImageTally(listed, 5, 0, 0, 0, 0, 0)))
                .isEqualTo(count + " came after WebODM was given the task.");
    }

    private static String detail(SyncOutcome outcome, ImageTally tally) {
        return ReportStep.reason(outcome, tally).detail();
    }
}
