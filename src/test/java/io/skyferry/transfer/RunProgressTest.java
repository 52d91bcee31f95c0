package io.skyferry.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.project.ImageTally;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RunProgress progress = new RunProgress(null, new ImageTally(5, 1, 0, 0, 0, 60, 10));

    @Test
    void tellsOfTheFirstImageAndThenOnceASecond() {
        assertThat(progress.moved(ImageState.DELIVERED, 10, 0)).hasValue(new ImageTally(4, 2, 0, 0, 0, 60, 20));
        assertThat(progress.moved(ImageState.DELIVERED, 10, SECOND - 1)).isEmpty();
        assertThat(progress.moved(ImageState.FAILED, 10, SECOND)).hasValue(new ImageTally(2, 3, 1, 0, 0, 60, 30));
        assertThat(progress.moved(ImageState.REFUSED, 10, SECOND + 1)).isEmpty();
    }

    @Test
    void alwaysTellsOfTheLastImage() {
        for (int image = 0; image < 4; image++) {
            progress.moved(ImageState.DELIVERED, 10, 0);
        }

        assertThat(progress.moved(ImageState.GONE, 10, 1)).hasValue(new ImageTally(0, 5, 0, 0, 1, 50, 50));
    }
}
