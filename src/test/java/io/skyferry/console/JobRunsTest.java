package io.skyferry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.TestLedger;
import io.skyferry.console.JobRuns.Entry;
import io.skyferry.flight.Flight;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.FlightProject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list over many runs: 40 flights of two owners, 20 000 runs. */
class JobRunsTest {
    private static final int RUNS = 20_000;
    private static final Owner ADA = new Owner("ada", "portals");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static TestLedger ledger;

    @BeforeAll
    static void fill() {
        ledger = new TestLedger(JobRun.class, FlightProject.class, Flight.class);
        ledger.inTransaction(manager -> {
            for (String insert : INSERTS) {
                manager.createNativeQuery(insert).executeUpdate();
            }
            return null;
        });
    }

    private static final List<String> INSERTS =
            List.of("""
            insert into flight (id, tenant, system_id, name, images_path, image_count, total_bytes, fingerprint,
              first_seen, changed_at, folded_name)
            select x, 'portals', 'ptdatax.project.S' || mod(x, 4), 'Flight_' || x, 'x', 1, 1, 'f', current_timestamp,
              current_timestamp, 'flight_' || x from system_range(1, 40)""", """
            insert into flight_project (id, owner, flight_id, marker, state, webodm_project_id, running_progress,
              created_at, updated_at)
            select x, case when mod(x, 2) = 0 then 'ada@portals' else 'grace@portals' end, x, 'm' || x, 'COMMITTED',
              1000 + x, 0, current_timestamp, current_timestamp from system_range(1, 40)""", """
            insert into job_run (execution_id, instance_id, job_name, owner, project_id, state, status, exit_status,
              created_at, ended_at)
            select x, x, 'sync-flight', case when mod(x, 2) = 0 then 'ada@portals' else 'grace@portals' end,
              1 + mod(x + 39, 40), case when mod(x, 100) = 0 then 'FAILED' else 'COMPLETED' end,
              case when mod(x, 100) = 0 then 'FAILED' else 'COMPLETED' end, 'COMMITTED',
              dateadd(second, x, timestamp with time zone '2026-01-01 12:00:00Z'), current_timestamp
            from system_range(1, %d)""".formatted(RUNS), """
            insert into job_run (execution_id, instance_id, job_name, state, status, created_at)
            values (%d, %d, 'purge', 'RUNNING', 'STARTED', current_timestamp)""".formatted(RUNS + 1, RUNS + 1));

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static <T> T ask(Function<JobRuns, T> question) {
        return ledger.inTransaction(manager -> question.apply(new JobRuns(manager, Clock.systemUTC())));
    }

    private static List<Long> askIds(Function<JobRuns, List<Entry>> question) {
        return ids(ask(question));
    }

    private static List<Long> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.run().executionId()).toList();
    }

    @Test
    void goesThroughPagesWithTheNewestFirst() {
        JobFilter all = JobFilter.all(Optional.empty());

        List<Long> first = askIds(runs -> runs.list(all, 0, 3));
        assertThat(first).containsExactly(RUNS + 1L, (long) RUNS, RUNS - 1L);
        assertThat(askIds(runs -> runs.list(all, RUNS - 1, 2))).containsExactly(RUNS - 2L, RUNS - 3L);
    }

    @Test
    void loadsNoMoreThanThePage() {
        ledger.inTransaction(manager -> {
            Statistics statistics =
                    manager.unwrap(Session.class).getSessionFactory().getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();

            new JobRuns(manager, Clock.systemUTC()).list(JobFilter.all(Optional.of(ADA)), 0, 50);

            assertThat(statistics.getPrepareStatementCount()).isOne();
            assertThat(statistics.getEntityLoadCount()).isLessThanOrEqualTo(50 + 40 + 40);
            return null;
        });
    }

    @Test
    void showsAUserHisOwn() {
        List<Entry> found = ask(runs -> runs.list(JobFilter.all(Optional.of(ADA)), 0, 500));
        assertThat(found)
                .hasSize(500)
                .allSatisfy(entry -> assertThat(entry.project().owner()).isEqualTo(ADA));
    }

    @Test
    void countsByStateWhateverStateIsAskedFor() {
        JobFilter failed = JobFilter.all(Optional.of(ADA)).inStates(Set.of(RunState.FAILED));

        Map<RunState, Long> counts = ask(runs -> runs.count(failed));
        assertThat(counts)
                .containsOnlyKeys(RunState.FAILED, RunState.COMPLETED)
                .containsEntry(RunState.FAILED, RUNS / 100L)
                .containsEntry(RunState.COMPLETED, RUNS / 2L - RUNS / 100L);
    }

    @Test
    void findsByEveryFilterTogether() {
        JobFilter filter = new JobFilter(
                Optional.empty(),
                Set.of(RunState.FAILED),
                "sync-flight",
                1020L,
                "ada@portals",
                "ptdatax.project.S0",
                NOON.plusSeconds(50),
                NOON.plusSeconds(1000),
                "fLIGHT_20");

        assertThat(askIds(runs -> runs.list(filter, 0, 10))).containsExactly(900L, 700L, 500L, 300L, 100L);
    }

    @Test
    void takesATextForNothingElse() {
        assertThat(found("%")).isEmpty();
        assertThat(found("purge")).containsExactly(RUNS + 1L);
        assertThat(found("4711")).containsExactly(4711L);
    }

    private static List<Long> found(String text) {
        JobFilter filter = new JobFilter(Optional.empty(), Set.of(), null, null, null, null, null, null, text);
        return ask(runs -> ids(runs.list(filter, 0, 5)));
    }

    @Test
    void knowsTheNewestRunsOfEachFlight() {
        List<Long> projects = ask(runs -> runs.listRecentProjects(Optional.of(ADA), 3));

        assertThat(projects).containsExactly(40L, 38L, 36L);
        assertThat(askIds(runs -> runs.listNewest(projects, 2)))
                .containsExactly(20_000L, 19_998L, 19_996L, 19_960L, 19_958L, 19_956L);
        Map<Long, Long> newest = ask(runs -> runs.newestOf(projects));
        assertThat(newest).containsEntry(38L, 19_998L);
    }

    @Test
    void knowsWhatIsUnfinished() {
        List<Long> unfinished = ask(runs -> runs.listUnfinished(5));
        assertThat(unfinished).containsExactly(RUNS + 1L);
    }
}
