package io.skyferry.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.project.ImageTally;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        // listed, delivered, failed, refused, gone, process without
        "0, 5, 0, 0, 0, false, COMMITTED",
        "0, 2, 0, 0, 0, false, COMMITTED",
        "0, 2, 0, 0, 9, false, COMMITTED",
        "0, 1, 0, 0, 0, false, TOO_FEW_IMAGES",
        "0, 0, 0, 0, 0, false, TOO_FEW_IMAGES",
        "0, 0, 0, 0, 9, false, TOO_FEW_IMAGES",
        "1, 5, 0, 0, 0, false, NEEDS_ATTENTION",
        "0, 5, 1, 0, 0, false, NEEDS_ATTENTION",
        "0, 5, 0, 1, 0, false, NEEDS_ATTENTION",
        "0, 1, 1, 0, 0, false, NEEDS_ATTENTION",
        "0, 5, 1, 1, 0, true, COMMITTED",
        "0, 5, 0, 0, 0, true, COMMITTED",
        "0, 1, 4, 0, 0, true, TOO_FEW_IMAGES",
    })
    void followsThePolicy(
            long listed, long delivered, long failed, long refused, long gone, boolean without, SyncOutcome outcome) {
        ImageTally tally = new ImageTally(listed, delivered, failed, refused, gone, 0, 0);

        assertThat(SyncOutcome.afterTransfer(tally, new SyncOptions(false, without, false)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, false", "false, true, false", "false, false, true"})
    void carriesItsOptionsThroughJobParameters(boolean retry, boolean without, boolean reprocess) {
        SyncOptions options = new SyncOptions(retry, without, reprocess);

        assertThat(SyncOptions.of(options.parameters())).isEqualTo(options);
        assertThat(SyncOptions.of(Map.of())).isEqualTo(SyncOptions.PLAIN);
    }

    @Test
    void countsByState() {
        List<Object[]> rows = Arrays.asList(
                new Object[] {1L, ImageState.LISTED, 1L, 10L},
                new Object[] {1L, ImageState.DELIVERED, 2L, 20L},
                new Object[] {1L, ImageState.GONE, 4L, 40L});

        ImageTally tally = ImageCounts.tally(rows);

        assertThat(tally).isEqualTo(new ImageTally(1, 2, 0, 0, 4, 30, 20));
        assertThat(tally.present()).isEqualTo(3);
    }
}
