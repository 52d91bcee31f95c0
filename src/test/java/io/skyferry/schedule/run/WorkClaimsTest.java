package io.skyferry.schedule.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkClaimsTest {
    /** The database keeps microseconds. */
    private static final Duration OVER = WorkClaims.LEASE.plusMillis(1);

    private static final String WORK = "discover-flights:ada@sandbox";

    private final RunKit kit = new RunKit();
    private final WorkClaims a = kit.node("a");
    private final WorkClaims b = kit.node("b");

    @BeforeEach
    void know() {
        kit.claims(a, claims -> claims.ensure(WORK));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private OptionalLong take(WorkClaims node) {
        return kit.claims(node, claims -> claims.tryTake(WORK));
    }

    private Optional<Long> jobFoundByB() {
        return kit.claims(b, claims -> claims.findJob(WORK));
    }

    @Test
    void knowsAWorkOnce() {
        assertThat(kit.<Boolean>claims(b, claims -> claims.ensure(WORK))).isFalse();
    }

    @Test
    void givesAWorkToOneHolderAtATimeAndLeadsOthersToItsJob() {
        long fence = take(a).orElseThrow();
        assertThat(take(b)).isEmpty();
        assertThat(take(a)).isEmpty();
        assertThat(jobFoundByB()).isEmpty();

        kit.claims(a, claims -> claims.doneBy(WORK, fence, 42));

        assertThat(jobFoundByB()).hasValue(42L);
        kit.claims(a, claims -> {
            claims.release(WORK, fence);
            return null;
        });
        assertThat(take(b).orElseThrow()).isGreaterThan(fence);
        assertThat(jobFoundByB()).isEmpty();
    }

    @Test
    void endsByItselfWhenItsHolderDies() {
        long fence = take(a).orElseThrow();
        kit.clock.advance(OVER);

        assertThat(kit.<Boolean>claims(a, claims -> claims.isHeld(WORK))).isFalse();
        assertThat(kit.<Boolean>claims(a, claims -> claims.renew(WORK, fence))).isFalse();
        assertThat(take(b)).isPresent();
        assertThat(kit.<Boolean>claims(a, claims -> claims.isHeldBy(WORK, fence)))
                .isFalse();
    }

    @Test
    void lastsAsLongAsItIsRenewed() {
        long fence = take(a).orElseThrow();
        kit.clock.advance(WorkClaims.LEASE.minusSeconds(1));
        assertThat(kit.<Boolean>claims(a, claims -> claims.renew(WORK, fence))).isTrue();
        kit.clock.advance(WorkClaims.LEASE.minusSeconds(1));

        assertThat(take(b)).isEmpty();
    }

    @Test
    void endsWhatAnEarlierLifeOfTheNodeHeld() {
        take(a);
        assertThat(kit.<Integer>claims(b, WorkClaims::releaseOfEarlierLives)).isZero();
        assertThat(kit.<Integer>claims(a, WorkClaims::releaseOfEarlierLives)).isZero();

        assertThat(kit.<Integer>claims(kit.node("a"), WorkClaims::releaseOfEarlierLives))
                .isEqualTo(1);
        kit.clock.advance(Duration.ofMillis(1));
        assertThat(take(b)).isPresent();
    }

    @Test
    void forgetsWorksThatNoKeptRunWasAbout() {
        kit.claims(a, claims -> claims.ensure("purge"));
        kit.runs(runs -> runs.add(RunKit.discovery(RunKit.ADA)));

        assertThat(kit.<Integer>claims(a, WorkClaims::forgetUnused)).isEqualTo(1);

        assertThat(take(a)).isPresent();
    }
}
