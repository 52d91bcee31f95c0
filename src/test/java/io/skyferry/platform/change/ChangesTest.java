package io.skyferry.platform.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed, on a database in memory; its rules on PostgreSQL are held by ChangesIT. */
class ChangesTest {
    private static final Owner ADA = new Owner("ada", "portals");

    private final MovingClock clock = new MovingClock();
    private final ChangeDatabase database = ChangeDatabase.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    private void record(String name) {
        database.inTransaction(clock, changes -> {
            changes.recordNow(named(name));
            return null;
        });
    }

    private static ChangeNote named(String name) {
        return ChangeNote.of(ChangeKind.PROJECT_CHANGED, ADA)
                .saying(Json.createObjectBuilder().add("name", name).build());
    }

    private List<Change> listAfter(long id) {
        return database.inTransaction(clock, changes -> changes.listAfter(id, 100));
    }

    private static List<String> names(List<Change> changes) {
        return changes.stream()
                .map(change -> change.note().body().getString("name"))
                .toList();
    }

    private int purge() {
        return database.inTransaction(clock, changes -> changes.purge());
    }

    private FeedBounds bounds() {
        return database.inTransaction(clock, Changes::bounds);
    }

    @Test
    void tellsAChangeAsItWasRecorded() {
        ChangeNote note = named("a").ofProject(7).ofJob(8);
        database.inTransaction(clock, changes -> {
            changes.record(note);
            return null;
        });

        assertThat(listAfter(0)).containsExactly(new Change(1, clock.instant(), note));
    }

    @Test
    void tellsWhatIsForOperatorsOnly() {
        ChangeNote note = ChangeNote.forOperators(ChangeKind.JOB_CHANGED);
        database.inTransaction(clock, changes -> {
            changes.record(note);
            return null;
        });

        assertThat(listAfter(0)).extracting(Change::note).containsExactly(note);
    }

    @Test
    void missesNothingOfATransactionThatCommitsAfterALaterOne() {
        long seen;
        try (ChangeDatabase.Open slow = database.open(clock)) {
            slow.changes().record(named("slow"));
            slow.flush();
            record("quick");
            List<Change> first = listAfter(0);
            assertThat(names(first)).containsExactly("quick");
            seen = first.get(0).id();
            slow.commit();
        }

        assertThat(names(listAfter(seen))).containsExactly("slow");
    }

    @Test
    void tellsNothingOfATransactionThatIsRolledBack() {
        try (ChangeDatabase.Open failing = database.open(clock)) {
            failing.changes().record(named("never"));
            failing.flush();
        }

        record("after");

        assertThat(listAfter(0)).extracting(Change::id).containsExactly(1L);
    }

    @Test
    void givesEachChangeOnePlaceWhoeverReadsAndWritesAtOneTime() {
        Set<Long> ids = new ConcurrentSkipListSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Void>> work = IntStream.range(0, 200)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> {
                                record("n" + number);
                                listAfter(0).forEach(change -> ids.add(change.id()));
                            },
                            threads))
                    .toList();
            work.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }

        List<Change> all = database.inTransaction(clock, changes -> changes.listAfter(0, 1000));
        assertThat(all)
                .extracting(Change::id)
                .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList());
        assertThat(names(all)).doesNotHaveDuplicates();
    }

    @Test
    void keepsCauseBeforeEffect() {
        IntStream.range(0, 60).forEach(number -> record("n" + number));

        assertThat(names(listAfter(0)))
                .isEqualTo(
                        IntStream.range(0, 60).mapToObj(number -> "n" + number).toList());
    }

    @Test
    void readsOnPageByPage() {
        List.of("a", "b", "c").forEach(this::record);

        List<Change> page = database.inTransaction(clock, changes -> changes.listAfter(1, 1));

        assertThat(names(page)).containsExactly("b");
    }

    @Test
    void saysWhenTheBeginningWasForgotten() {
        record("old");
        clock.advance(Duration.ofDays(8));
        record("new");

        int purged = database.inTransaction(
                clock, changes -> changes.purge(clock.instant().minus(Duration.ofDays(7))));

        assertThat(purged).isEqualTo(1);
        assertThat(names(listAfter(0))).containsExactly("new");
        FeedBounds bounds = bounds();
        assertThat(bounds).isEqualTo(new FeedBounds(1, 2));
        assertThat(bounds.covers(0)).isFalse();
        assertThat(bounds.covers(1)).isTrue();
        assertThat(bounds.covers(2)).isTrue();
        assertThat(bounds.covers(3)).isFalse();
    }

    @Test
    void goesOnCountingWhenAllWasForgotten() {
        record("old");
        clock.advance(Duration.ofDays(8));
        database.inTransaction(clock, changes -> changes.purge(clock.instant()));

        record("new");

        assertThat(listAfter(1)).extracting(Change::id).containsExactly(2L);
    }

    @Test
    void keepsProgressForAnHourAndTheRestForAWeek() {
        database.inTransaction(clock, changes -> {
            changes.record(ChangeNote.of(ChangeKind.SYNC_PROGRESS, ADA));
            return null;
        });
        record("kept");
        clock.advance(Duration.ofHours(2));

        assertThat(purge()).isEqualTo(1);
        assertThat(names(listAfter(0))).containsExactly("kept");
        assertThat(bounds().covers(0)).isTrue();

        clock.advance(Duration.ofDays(7));
        assertThat(purge()).isEqualTo(1);
        assertThat(listAfter(0)).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLong() {
        String text = "x".repeat(ChangeRow.LONGEST_BODY);

        assertThatIllegalArgumentException().isThrownBy(() -> record(text));
    }
}
