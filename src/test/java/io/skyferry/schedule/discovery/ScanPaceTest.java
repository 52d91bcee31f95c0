package io.skyferry.schedule.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.flight.ScanProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScanPaceTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final List<Integer> told = new ArrayList<>();
    private final ScanPace pace = new ScanPace(nanos::get, progress -> told.add(progress.flights()));

    private void at(long millis, int done, int flights) {
        nanos.set(Duration.ofMillis(millis).toNanos() - 5);
        pace.accept(new ScanProgress(2, done, flights, 0, 0));
    }

    @Test
    void tellsTheBeginningAndTheEndAndBetweenThemOnceASecond() {
        at(0, 0, 0);
        at(10, 0, 1);
        at(999, 1, 2);
        at(1000, 1, 3);
        at(1001, 1, 4);
        at(2100, 1, 5);
        at(2101, 2, 6);

        assertThat(told).containsExactly(0, 3, 5, 6);
    }
}
