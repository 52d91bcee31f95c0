package io.skyferry.schedule.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunLedgerTest {
    private static final JsonObject RESULT =
            Json.createObjectBuilder().add("projects_created", 3).build();

    private final RunKit kit = new RunKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private long begun(Owner owner, long job) {
        return kit.runs(runs -> {
            long id = runs.add(RunKit.discovery(owner)).id();
            runs.begunBy(id, job);
            return id;
        });
    }

    private Optional<JsonObject> result(long id) {
        return kit.runs(runs -> runs.findResult(id));
    }

    private List<BackgroundRun> abandoned() {
        return kit.runs(RunLedger::listAbandoned);
    }

    private static List<Long> jobs(List<BackgroundRun> runs) {
        return runs.stream().map(run -> run.jobId().orElseThrow()).toList();
    }

    private BackgroundRun get(long id) {
        return kit.runs(runs -> runs.find(id)).orElseThrow();
    }

    @Test
    void keepsWhatWasWishedAndWhatCameOfIt() {
        long id = begun(RunKit.ADA, 7);
        kit.runs(runs -> {
            runs.ended(id, RESULT);
            return null;
        });

        assertThat(get(id).wish().getString("mode")).isEqualTo("CREATE");
        assertThat(get(id).endedAt()).isPresent();
        assertThat(get(id).failure()).isEmpty();
        assertThat(result(id)).hasValue(RESULT);
        assertThat(kit.runs(runs -> runs.findByJob(7)).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void keepsHowFarItIsApartFromTheResultAndForgetsItAtANewBeginning() {
        long id = begun(RunKit.ADA, 7);
        assertThat(progress(id)).isEmpty();

        kit.runs(runs -> {
            runs.movedOn(id, far(1));
            runs.movedOn(id, far(2));
            return null;
        });
        assertThat(progress(id)).hasValue(far(2));
        assertThat(result(id)).isEmpty();

        kit.runs(runs -> {
            runs.ended(id, RESULT);
            return null;
        });
        assertThat(progress(id)).hasValue(far(2));
        assertThat(result(id)).hasValue(RESULT);

        kit.runs(runs -> {
            runs.begunBy(id, 8);
            return null;
        });
        assertThat(progress(id)).isEmpty();
        assertThat(result(id)).isEmpty();
    }

    private static JsonObject far(int systems) {
        return Json.createObjectBuilder().add("systems_done", systems).build();
    }

    private Optional<JsonObject> progress(long id) {
        return kit.runs(runs -> runs.findProgress(id));
    }

    @Test
    void keepsResultsThatAreLongerThanAColumn() {
        JsonObject big =
                Json.createObjectBuilder().add("text", "ä".repeat(2_500_000)).build();
        long id = begun(RunKit.ADA, 7);
        kit.runs(runs -> {
            runs.ended(id, big);
            return null;
        });

        assertThat(result(id)).hasValue(big);
    }

    @Test
    void endsAFailedRunOnce() {
        long id = begun(RunKit.ADA, 7);
        kit.runs(runs -> {
            runs.failed(id, new Failure(ErrorCode.TOKEN_EXPIRED, "Sign in."));
            runs.failed(id, new Failure(ErrorCode.STOPPED, "Later."));
            return null;
        });

        assertThat(get(id).failure().orElseThrow().code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void listsRunsWhoseServerDied() {
        long id = begun(RunKit.ADA, 7);
        WorkClaims node = kit.node("a");
        kit.claims(node, claims -> claims.ensure(get(id).work()));
        kit.claims(node, claims -> claims.tryTake(get(id).work()));
        assertThat(abandoned()).isEmpty();

        kit.clock.advance(WorkClaims.LEASE.plusMillis(1));

        assertThat(abandoned()).extracting(BackgroundRun::id).containsExactly(id);
    }

    @Test
    void endsLeftRunsWhenAnotherBegins() {
        long left = begun(RunKit.ADA, 7);
        long other = begun(new Owner("grace", "sandbox"), 8);

        begun(RunKit.ADA, 9);

        assertThat(get(left).failure().orElseThrow().code()).isEqualTo(ErrorCode.STOPPED);
        assertThat(get(other).endedAt()).isEmpty();
    }

    @Test
    void listsAnOwnersRunsAlone() {
        begun(RunKit.ADA, 7);
        begun(new Owner("grace", "sandbox"), 8);

        List<Long> own = kit.runs(runs -> jobs(runs.list(Optional.of(RunKit.ADA), 10)));
        List<Long> all = kit.runs(runs -> jobs(runs.list(Optional.empty(), 10)));
        List<Long> newest = kit.runs(runs -> jobs(runs.listOfJob("discover-flights", 1)));

        assertThat(own).containsExactly(7L);
        assertThat(all).containsExactly(8L, 7L);
        assertThat(newest).containsExactly(8L);
    }

    @Test
    void purgesWhatEndedLongAgoWithItsResults() {
        long id = begun(RunKit.ADA, 7);
        kit.runs(runs -> {
            runs.ended(id, RESULT);
            return null;
        });
        assertThat(kit.<Integer>runs(runs -> runs.purge(kit.clock.instant()))).isZero();

        assertThat(kit.<Integer>runs(runs -> runs.purge(kit.clock.instant().plusSeconds(1))))
                .isEqualTo(1);

        assertThat(result(id)).isEmpty();
    }
}
