package io.skyferry.transfer.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.delivery.Progress.Activity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunMeterTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ServerMeter server = new ServerMeter();
    private final RunMeter meter = new RunMeter(server);

    @Test
    void countsForTheRunAndForTheServer() {
        RunMeter another = new RunMeter(server);
        meter.downloaded(10);
        another.downloaded(5);
        meter.uploaded(7);
        meter.retrying(new Failure(ErrorCode.TAPIS_ERROR, "HTTP 500"), Duration.ZERO);

        assertThat(meter.bytesDownloaded()).isEqualTo(10);
        assertThat(meter.bytesUploaded()).isEqualTo(7);
        assertThat(meter.retries()).isEqualTo(1);
        assertThat(meter.lastError()).hasValue(ErrorCode.TAPIS_ERROR);
        assertThat(server.bytesDownloaded()).isEqualTo(15);
        assertThat(server.retries()).isEqualTo(1);
    }

    @Test
    void knowsWhatIsLeft() {
        meter.planned(100);
        meter.delivered(30);
        meter.failed(20, ErrorCode.SIZE_MISMATCH);

        assertThat(meter.bytesLeft()).isEqualTo(50);
        assertThat(meter.imagesDelivered()).isEqualTo(1);
        assertThat(meter.imagesFailed()).isEqualTo(1);
        assertThat(meter.failedInARow()).isEqualTo(1);
        meter.delivered(1);
        assertThat(meter.failedInARow()).isZero();
    }

    @Test
    void seesTheSideThatTheTimeGoesTo() {
        assertThat(meter.slowSide()).isEmpty();
        long now = System.nanoTime();
        meter.spent(Activity.FETCHING, 5 * SECOND);
        meter.spent(Activity.BRINGING, 2 * SECOND);
        meter.sample(now + SECOND);
        assertThat(meter.slowSide()).hasValue(SlowSide.TAPIS);

        meter.spent(Activity.BRINGING, 9 * SECOND);
        meter.sample(now + 2 * SECOND);
        assertThat(meter.slowSide()).hasValue(SlowSide.WEBODM);

        meter.spent(Activity.FETCHING, 40 * SECOND);
        meter.spent(Activity.FETCHING_HELD_BACK, 39 * SECOND);
        meter.sample(now + 3 * SECOND);
        assertThat(meter.slowSide()).hasValue(SlowSide.US);
        assertThat(meter.slowestOfAll()).hasValue(SlowSide.US);

        meter.spent(Activity.BRINGING, SECOND);
        meter.sample(now + 20 * SECOND);
        meter.spent(Activity.BRINGING, SECOND);
        meter.sample(now + 21 * SECOND);
        assertThat(meter.slowSide()).as("only what was lately").hasValue(SlowSide.WEBODM);
    }

    @Test
    void measuresOverAWindow() {
        Rate rate = new Rate(Duration.ofSeconds(10));
        assertThat(rate.perSecond()).isZero();
        for (int second = 0; second <= 30; second++) {
            rate.sample(second * SECOND, second < 20 ? 0 : (second - 20) * 100L);
        }

        assertThat(rate.perSecond()).isEqualTo(100);
    }
}
