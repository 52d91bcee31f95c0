package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.config.BandwidthTable;
import io.skyferry.transfer.testkit.HandTurnedClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BandwidthTest {
    private final HandTurnedClock clock = new HandTurnedClock();
    private final Bandwidth bandwidth = new Bandwidth(clock);
    private final StopSignal stop = new StopSignal();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        stop.stop();
        threads.shutdownNow();
    }

    @Test
    void holdsNobodyBackWithoutALimit() {
        assertThat(bandwidth.take(1L << 40, stop)).isZero();
    }

    @Test
    void letsEverybodyTogetherMoveSoManyBytesPerSecond() throws Exception {
        bandwidth.setRate(1000);
        Future<Long> one = threads.submit(() -> bandwidth.take(1000, stop));
        Future<Long> other = threads.submit(() -> bandwidth.take(1000, stop));
        await().until(() -> bandwidth.owed() == 2000);

        clock.advance(Duration.ofMillis(1990));
        await().during(Duration.ofMillis(30)).until(() -> !one.isDone() || !other.isDone());

        clock.advance(Duration.ofMillis(20));
        one.get();
        other.get();
    }

    @Test
    void savesUpLittle() {
        bandwidth.setRate(1000);
        clock.advance(Duration.ofHours(1));
        Future<Long> taken = threads.submit(() -> bandwidth.take(1200, stop));
        await().until(() -> bandwidth.owed() == 1000);

        clock.advance(Duration.ofMillis(990));
        await().during(Duration.ofMillis(30)).until(() -> !taken.isDone());

        clock.advance(Duration.ofMillis(20));
        await().until(taken::isDone);
    }

    @Test
    void takesANewRateAtOnce() {
        bandwidth.setRate(1);
        Future<Long> taken = threads.submit(() -> bandwidth.take(1 << 20, stop));
        await().during(Duration.ofMillis(30)).until(() -> !taken.isDone());

        bandwidth.setRate(0);

        await().until(taken::isDone);
    }

    @Test
    void endsTheWaitWhenStopped() {
        bandwidth.setRate(1);
        Future<Long> taken = threads.submit(() -> bandwidth.take(1 << 20, stop));
        await().until(() -> bandwidth.owed() > 0);

        stop.stop();

        await().until(taken::isDone);
    }

    @Test
    void followsTheTimeOfDay() {
        BandwidthBudget budget = new BandwidthBudget(clock, ZoneOffset.UTC);
        budget.set(new BandwidthBudget.Tables(
                BandwidthTable.parse("08:00,1M 13:00,2M"), BandwidthTable.UNLIMITED, BandwidthTable.parse("100K")));
        assertThat(budget.totalRate()).isEqualTo(1 << 20);
        assertThat(budget.downloadRate()).isZero();
        assertThat(budget.uploadRate()).isEqualTo(100 << 10);

        clock.advance(Duration.ofHours(1));
        budget.turnClock();

        assertThat(budget.totalRate()).isEqualTo(2 << 20);
    }
}
