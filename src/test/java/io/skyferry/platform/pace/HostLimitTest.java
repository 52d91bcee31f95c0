package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.testkit.Failures;
import io.skyferry.transfer.testkit.HandTurnedClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostLimitTest {
    private static final URI TAPIS = URI.create("https://portals.tapis.io/v3/files/content/a/b.jpg");

    private final HandTurnedClock clock = new HandTurnedClock();
    private final HostLimits limits = new HostLimits(4, clock);
    private final HostLimit limit = limits.limitOf(TAPIS);
    private final StopSignal stop = new StopSignal();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        stop.stop();
        threads.shutdownNow();
    }

    @Test
    void neverHasMoreOpenThanAllowed() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(threads.submit(() -> {
                for (int round = 0; round < 200; round++) {
                    try (HostPermit permit = limit.acquire(stop)) {
                        most.accumulateAndGet(open.incrementAndGet(), Math::max);
                        Thread.yield();
                        permit.succeeded();
                        open.decrementAndGet();
                    }
                }
            }));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }

        assertThat(most.get()).isLessThanOrEqualTo(4);
        assertThat(limit.open()).isZero();
        assertThat(limit.waiting()).isZero();
    }

    @Test
    void handsOutPermitsInTheOrderOfAsking() {
        limits.setMaximum(1);
        HostPermit held = limit.acquire(stop);
        List<Integer> order = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            threads.execute(() -> {
                HostPermit permit = limit.acquire(stop);
                order.add(number);
                permit.close();
            });
            await().until(() -> limit.waiting() == number + 1);
        }

        held.close();

        await().until(() -> order.size() == 8);
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void givesEachRunItsTurn() {
        limits.setMaximum(1);
        HostPermit held = limit.acquire(stop);
        StopSignal smallRun = new StopSignal();
        List<String> order = new CopyOnWriteArrayList<>();
        for (int i = 1; i <= 3; i++) {
            ask("huge" + i, order, stop, i);
        }
        ask("small1", order, smallRun, 4);
        ask("small2", order, smallRun, 5);

        held.close();

        await().until(() -> order.size() == 5);
        assertThat(order).containsExactly("huge1", "small1", "huge2", "small2", "huge3");
    }

    private void ask(String name, List<String> order, StopSignal run, int waitingThen) {
        threads.execute(() -> passing(name, order, () -> limit.acquire(run)));
        await().until(() -> limit.waiting() == waitingThen);
    }

    @Test
    void letsASmallRequestPassTheLargeOnes() {
        limits.setMaximum(1);
        HostPermit held = limit.acquire(stop);
        List<String> order = new CopyOnWriteArrayList<>();
        threads.execute(() -> passing("large", order, () -> limit.acquire(stop)));
        await().until(() -> limit.waiting() == 1);
        threads.execute(() -> passing("small", order, () -> limit.acquireAhead(stop)));
        await().until(() -> limit.waiting() == 2);

        held.close();

        await().until(() -> order.size() == 2);
        assertThat(order).containsExactly("small", "large");
    }

    private static void passing(String name, List<String> order, Supplier<HostPermit> asking) {
        try (HostPermit permit = asking.get()) {
            order.add(name);
        }
    }

    @Test
    void halvesOncePerPushBackAndGrowsSlowlyBackToTheMaximum() {
        List<HostPermit> permits = acquire(4);
        permits.forEach(permit -> permit.failed(new Failure(ErrorCode.TAPIS_BUSY, "HTTP 503")));
        assertThat(limit.allowed()).isEqualTo(2);
        permits.forEach(HostPermit::close);
        clock.advance(Duration.ofMillis(500));

        try (HostPermit later = limit.acquire(stop)) {
            later.failed(new Failure(ErrorCode.TAPIS_UNREACHABLE, "silent"));
            later.failed(new Failure(ErrorCode.TAPIS_UNREACHABLE, "silent"));
        }
        assertThat(limit.allowed()).isEqualTo(1);

        List<Integer> growth = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            try (HostPermit permit = limit.acquire(stop)) {
                permit.succeeded();
            }
            growth.add(limit.allowed());
        }
        assertThat(growth).containsExactly(2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4);
    }

    @Test
    void keepsItsSizeWhenAnImageIsTheProblem() {
        try (HostPermit permit = limit.acquire(stop)) {
            permit.failed(new Failure(ErrorCode.NOT_WHOLE_JPEG, "cut"));
            permit.failed(new Failure(ErrorCode.SIZE_MISMATCH, "cut"));
            permit.failed(new Failure(ErrorCode.TAPIS_FORBIDDEN, "no"));
        }
        assertThat(limit.allowed()).isEqualTo(4);
    }

    @Test
    void sendsNothingBeforeTheTimeTheHostAskedFor() {
        pushBack(Duration.ofSeconds(5), Duration.ofSeconds(1));
        Future<HostPermit> next = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);

        clock.advance(Duration.ofMillis(4999));
        limit.setMaximum(8);
        await().during(Duration.ofMillis(50)).until(() -> !next.isDone());

        clock.advance(Duration.ofMillis(1));
        await().until(next::isDone);
    }

    private void pushBack(Duration... askedFor) {
        List<HostPermit> permits = acquire(askedFor.length);
        for (int i = 0; i < askedFor.length; i++) {
            permits.get(i).failed(new Failure(ErrorCode.TAPIS_BUSY, "HTTP 429", null, askedFor[i]));
            permits.get(i).close();
        }
    }

    @Test
    void sendsNothingForAnHourWhenTheHostAsksForOne() {
        pushBack(Duration.ofHours(1));
        Future<HostPermit> next = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);

        clock.advance(Duration.ofMinutes(59));
        limit.setMaximum(8);
        await().during(Duration.ofMillis(50)).until(() -> !next.isDone());
        assertThat(limit.state().pausedFor()).isEqualTo(Duration.ofMinutes(1));

        clock.advance(Duration.ofMinutes(1));
        await().until(next::isDone);
    }

    @Test
    void tellsWhomAPauseTakesTooLong() {
        pushBack(Duration.ofMinutes(20));

        Failure small = failureOf(() -> limit.acquireAhead(stop));

        assertThat(small.code()).isEqualTo(ErrorCode.TAPIS_BUSY);
        assertThat(small.detail()).contains("asks to be left alone until", "HTTP 429");
        assertThat(small.retryAfter()).contains(Duration.ofMinutes(20));
        assertThat(limit.waiting()).isZero();

        clock.advance(Duration.ofMinutes(20));
        pushBack(HostLimits.LONGEST_OUTAGE.plusHours(1));
        assertThat(failureOf(() -> limit.acquire(stop))).isInstanceOf(HostOutage.class);
        assertThat(limit.waiting()).isZero();
    }

    /** Of a call that would otherwise wait for a clock that nobody turns. */
    private Failure failureOf(ThrowingCallable call) {
        CompletableFuture<Failure> failure = CompletableFuture.supplyAsync(() -> Failures.of(call), threads);
        await().until(failure::isDone);
        return failure.join();
    }

    @Test
    void cannotBeSilencedForGood() {
        pushBack(Duration.ofDays(365));

        clock.advance(HostLimit.LONGEST_PAUSE);

        Future<HostPermit> next = threads.submit(() -> limit.acquire(stop));
        await().until(next::isDone);
    }

    @Test
    void takesANewMaximumWhileWorking() {
        List<HostPermit> four = acquire(4);
        Future<HostPermit> fifth = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);

        limits.setMaximum(5);
        await().until(fifth::isDone);

        limits.setMaximum(1);
        four.forEach(HostPermit::close);
        assertThat(limit.open()).isEqualTo(1);
        assertThat(limit.allowed()).isEqualTo(1);
        assertThat(limits.limitOf(URI.create("http://other/")).allowed()).isEqualTo(1);
        assertThatThrownBy(() -> limits.setMaximum(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettingGoTwiceCountsOnce() {
        List<HostPermit> two = acquire(2);
        two.get(0).close();
        two.get(0).close();
        assertThat(limit.open()).isEqualTo(1);
    }

    @Test
    void endsTheWaitWhenStopped() {
        acquire(4);
        Future<HostPermit> fifth = threads.submit(() -> limit.acquire(stop));
        await().until(() -> limit.waiting() == 1);

        stop.stop();

        await().until(fifth::isDone);
        assertThatThrownBy(fifth::get).hasRootCauseMessage("STOPPED: the run was told to stop");
        assertThat(limit.waiting()).isZero();
    }

    @Test
    void sharesALimitPerHost() {
        assertThat(limits.limitOf(URI.create("https://portals.tapis.io/other"))).isSameAs(limit);
        assertThat(limits.limitOf(URI.create("https://portals.tapis.io:444/"))).isNotSameAs(limit);
    }

    private List<HostPermit> acquire(int count) {
        List<HostPermit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            permits.add(limit.acquire(stop));
        }
        return permits;
    }
}
