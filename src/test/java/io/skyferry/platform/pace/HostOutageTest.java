package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.testkit.HandTurnedClock;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostOutageTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Failure NOBODY =
            new Failure(ErrorCode.WEBODM_UNREACHABLE, "no answer", new ConnectException("refused"));
    private static final Failure BROKEN = new Failure(ErrorCode.WEBODM_ERROR, "HTTP 500");

    private final HandTurnedClock clock = new HandTurnedClock();
    private final HostLimits limits = new HostLimits(4, clock, LONGEST);
    private final HostLimit limit = limits.limitOf(URI.create("http://webodm:8000/api"));
    private final StopSignal stop = new StopSignal();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        stop.stop();
        threads.shutdownNow();
    }

    private void fail(int times, Failure failure) {
        for (int i = 0; i < times; i++) {
            try (HostPermit permit = limit.acquire(stop)) {
                permit.failed(failure);
            }
        }
    }

    @Test
    void knowsThatNobodyIsThereAfterThreeRefusedConnections() {
        fail(2, NOBODY);
        assertThat(limit.state().out()).isFalse();
        assertThat(limit.forgives(NOBODY)).isFalse();

        fail(1, NOBODY);

        assertThat(limit.state().out()).isTrue();
        assertThat(limit.state().waitingSince()).isEqualTo(clock.now());
        assertThat(limit.forgives(NOBODY)).isTrue();
    }

    @Test
    void isOnlySuspectWhenItAnswersBadlyOrStaysSilent() {
        fail(1, BROKEN);
        fail(2, new Failure(ErrorCode.WEBODM_UNREACHABLE, "silent", new HttpTimeoutException("silent")));

        assertThat(limit.state().out()).isFalse();
        assertThat(limit.forgives(BROKEN)).isFalse();
        assertThat(limit.beginLook()).isTrue();
        assertThat(limit.beginLook()).isFalse();
        assertThat(limit.forgives(BROKEN)).isTrue();

        limit.looked(true);

        assertThat(limit.state().out()).isTrue();
        assertThat(limit.forgives(BROKEN)).isTrue();
        assertThat(limit.beginLook()).isFalse();
    }

    @Test
    void letsNobodyThroughWhileSomebodyLooks() {
        fail(3, BROKEN);
        assertThat(limit.beginLook()).isTrue();
        Future<HostPermit> next = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);

        limit.looked(false);

        await().until(next::isDone);
        assertThat(limit.state().out()).isFalse();
        assertThat(limit.forgives(BROKEN)).isFalse();
    }

    @Test
    void isAboveSuspicionAfterOneSuccess() {
        fail(2, BROKEN);
        try (HostPermit permit = limit.acquire(stop)) {
            permit.succeeded();
        }
        fail(2, BROKEN);

        assertThat(limit.beginLook()).isFalse();
    }

    @Test
    void sendsOneProbeAtATimeAtGrowingIntervals() throws Exception {
        fail(3, NOBODY);
        List<Duration> probes = new ArrayList<>();
        for (int probe = 0; probe < 7; probe++) {
            Future<HostPermit> next = threads.submit(() -> limit.acquire(stop));
            Future<HostPermit> another = threads.submit(() -> limit.acquire(stop));
            await().until(() -> limit.waiting() >= 1);
            Duration waited = Duration.ZERO;
            while (!next.isDone() && !another.isDone()) {
                clock.advance(Duration.ofMillis(500));
                waited = waited.plusMillis(500);
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            }
            HostPermit permit = next.isDone() ? next.get() : another.get();
            assertThat(permit.isProbe()).isTrue();
            assertThat(limit.open()).isEqualTo(1);
            probes.add(waited);
            (next.isDone() ? another : next).cancel(true);
            await().until(() -> limit.waiting() == 0);
            permit.failed(NOBODY);
            permit.close();
        }

        assertThat(probes.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(probes.get(3)).isGreaterThan(probes.get(1));
        assertThat(probes.get(6)).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(31));
    }

    @Test
    void goesOnWithOneRequestWhenTheHostIsBack() throws Exception {
        fail(3, NOBODY);
        Future<HostPermit> probe = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);
        clock.advance(Duration.ofSeconds(1));

        HostPermit back = probe.get();
        back.succeeded();
        back.close();

        assertThat(limit.state().out()).isFalse();
        assertThat(limit.state().waitingSince()).isNull();
        assertThat(limit.allowed()).isEqualTo(2);
    }

    @Test
    void countsARefusalAsASignOfLife() throws Exception {
        fail(3, NOBODY);
        Future<HostPermit> probe = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);
        clock.advance(Duration.ofSeconds(1));

        try (HostPermit answered = probe.get()) {
            answered.failed(new Failure(ErrorCode.WEBODM_SIGN_IN, "HTTP 403"));
        }

        assertThat(limit.state().out()).isFalse();
    }

    @Test
    void learnsNothingFromAProbeThatWasStopped() throws Exception {
        fail(3, NOBODY);
        Future<HostPermit> probe = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);
        clock.advance(Duration.ofSeconds(1));

        try (HostPermit stopped = probe.get()) {
            stopped.failed(new Failure(ErrorCode.STOPPED, "stopped"));
        }

        assertThat(limit.state().out()).isTrue();
        assertThat(limit.acquire(stop).isProbe()).isTrue();
    }

    @Test
    void tellsEverybodyWhenItLastsTooLong() {
        fail(3, NOBODY);
        List<Future<HostPermit>> waiting = new CopyOnWriteArrayList<>();
        HostPermit probe = heldProbe();
        for (int i = 0; i < 3; i++) {
            waiting.add(threads.submit(() -> limit.acquire(stop)));
        }
        await().until(() -> limit.waiting() == 3);

        clock.advance(LONGEST);

        for (Future<HostPermit> each : waiting) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(HostOutage.class)
                    .hasMessageStartingWith("WEBODM_UNREACHABLE: http://webodm:8000 does not work since 2026-");
        }
        assertThat(limit.forgives(NOBODY)).isFalse();
        probe.close();
    }

    private HostPermit heldProbe() {
        Future<HostPermit> probe = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);
        clock.advance(Duration.ofSeconds(1));
        return joined(probe);
    }

    private static HostPermit joined(Future<HostPermit> probe) {
        try {
            return probe.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void neverBlamesARequestForAPushBack() {
        Failure busy = new Failure(ErrorCode.WEBODM_BUSY, "HTTP 503");
        fail(1, busy);
        assertThat(limit.forgives(busy)).isTrue();
        assertThat(limit.state().waitingSince()).isNotNull();

        clock.advance(LONGEST);

        assertThat(limit.forgives(busy)).isFalse();
    }

    @Test
    void letsSmallRequestsTryAllTheSame() {
        fail(3, NOBODY);

        try (HostPermit ahead = limit.acquireAhead(stop)) {
            assertThat(ahead.isProbe()).isFalse();
            ahead.succeeded();
        }

        assertThat(limit.state().out()).isFalse();
    }

    @Test
    void takesBackOneWhenAnswersBecomeSlow() {
        answersAfter(Duration.ofMillis(100), 10);
        assertThat(limit.allowed()).isEqualTo(4);

        answersAfter(Duration.ofSeconds(5), 20);
        assertThat(limit.allowed()).isEqualTo(1);

        answersAfter(Duration.ofMillis(100), 40);
        assertThat(limit.allowed()).isEqualTo(4);
    }

    private void answersAfter(Duration time, int times) {
        for (int i = 0; i < times; i++) {
            try (HostPermit permit = limit.acquire(stop)) {
                permit.answeredAfter(time);
                permit.succeeded();
            }
        }
    }
}
