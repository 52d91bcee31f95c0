package io.skyferry.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.flight.Flight;
import io.skyferry.flight.Flights;
import io.skyferry.kit.PartSettings;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.Owner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds a project, on a database in memory. */
class ClaimsTest {
    /** The database keeps microseconds. */
    private static final Duration OVER = Claims.LEASE.plusMillis(1);

    private final MovingClock clock = new MovingClock();
    private EntityManagerFactory database;
    private EntityManager ledger;
    private long project;

    @BeforeEach
    void start() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1";
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        database = new HibernatePersistenceConfiguration("claims")
                .managedClasses(Flight.class, FlightProject.class, ProjectClaim.class)
                .jdbcUrl(url)
                .jdbcCredentials("sa", "")
                .createEntityManagerFactory();
        ledger = database.createEntityManager();
        project = inTransaction(() -> {
            Flight flight = Flights.of("ptdatax.project.A", "F");
            ledger.persist(flight);
            FlightProject row = new FlightProject(new Owner("ada", "portals"), flight, clock.instant());
            ledger.persist(row);
            ledger.flush();
            ledger.persist(new ProjectClaim(row.id()));
            return row.id();
        });
    }

    @AfterEach
    void stop() {
        ledger.close();
        database.close();
    }

    private <T> T inTransaction(Supplier<T> work) {
        ledger.clear();
        ledger.getTransaction().begin();
        T result = work.get();
        ledger.getTransaction().commit();
        return result;
    }

    private Claims node(String name) {
        return new Claims(
                ledger,
                PartSettings.of(new Settings.Server(
                        URI.create("http://localhost"), Path.of("d"), Path.of("k"), name, Set.of(), Set.of(), 365)),
                clock);
    }

    private OptionalLong take(Claims node) {
        return inTransaction(() -> node.tryTake(project));
    }

    private boolean holds(Claims node, long fence) {
        return inTransaction(() -> node.isHeldBy(project, fence));
    }

    @Test
    void givesAProjectToOneHolderAtATime() {
        long fence = take(node("a")).orElseThrow();

        assertThat(take(node("b"))).isEmpty();
        assertThat(take(node("a"))).isEmpty();
        assertThat(holds(node("a"), fence)).isTrue();
        assertThat(holds(node("a"), fence + 1)).isFalse();
    }

    @Test
    void givesItOnWhenItIsReleasedUnderAHigherFence() {
        Claims a = node("a");
        long first = take(a).orElseThrow();
        inTransaction(() -> {
            a.release(project, first);
            return null;
        });

        long second = take(node("b")).orElseThrow();

        assertThat(second).isGreaterThan(first);
        assertThat(holds(a, first)).isFalse();
    }

    @Test
    void letsNoFormerHolderReleaseOrRenewWhatIsAnothersByNow() {
        Claims a = node("a");
        long first = take(a).orElseThrow();
        clock.advance(OVER);
        long second = take(node("b")).orElseThrow();

        assertThat(inTransaction(() -> a.renew(project, first))).isFalse();
        assertThat(inTransaction(() -> a.workedOnBy(project, first, 7))).isFalse();
        inTransaction(() -> {
            a.release(project, first);
            return null;
        });

        assertThat(holds(node("b"), second)).isTrue();
    }

    @Test
    void lastsAsLongAsItIsRenewed() {
        Claims a = node("a");
        long fence = take(a).orElseThrow();
        clock.advance(Claims.LEASE.minusSeconds(1));
        assertThat(inTransaction(() -> a.renew(project, fence))).isTrue();
        clock.advance(Claims.LEASE.minusSeconds(1));
        assertThat(holds(a, fence)).isTrue();

        clock.advance(Duration.ofSeconds(2));

        assertThat(holds(a, fence)).isFalse();
        assertThat(inTransaction(() -> a.renew(project, fence))).isFalse();
    }

    @Test
    void leadsToTheExecutionThatWorksUnderIt() {
        Claims a = node("a");
        long fence = take(a).orElseThrow();
        assertThat(inTransaction(() -> a.findRunningExecution(project))).isEmpty();

        inTransaction(() -> a.workedOnBy(project, fence, 42));

        assertThat(inTransaction(() -> node("b").findRunningExecution(project))).hasValue(42L);
        clock.advance(OVER);
        assertThat(inTransaction(() -> node("b").findRunningExecution(project))).isEmpty();
        assertThat(inTransaction(() -> node("b").findLastExecution(project))).hasValue(42L);
    }

    @Test
    void endsWhatAnEarlierLifeOfTheNodeHeldAndNothingElse() {
        Claims earlier = node("node_1");
        long fence = take(earlier).orElseThrow();

        assertThat(inTransaction(() -> earlier.releaseOfEarlierLives())).isZero();
        assertThat(inTransaction(() -> node("node").releaseOfEarlierLives())).isZero();
        assertThat(holds(earlier, fence)).isTrue();

        assertThat(inTransaction(() -> node("node_1").releaseOfEarlierLives())).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(holds(earlier, fence)).isFalse();
    }

    @Test
    void takesNoLetterOfANodesNameForAnother() {
        Claims other = node("node-1");
        long fence = take(other).orElseThrow();

        assertThat(inTransaction(() -> node("node_1").releaseOfEarlierLives())).isZero();
        assertThat(inTransaction(() -> node("%").releaseOfEarlierLives())).isZero();
        assertThat(holds(other, fence)).isTrue();
    }

    @Test
    void listsProjectsWhoseHolderDiedInTheMiddleOfASync() {
        startSync(take(node("a")));
        assertThat(inTransaction(() -> node("b").listAbandoned())).isEmpty();

        clock.advance(OVER);

        assertThat(inTransaction(() -> node("b").listAbandoned())).containsExactly(project);
    }

    @Test
    void listsProjectsWhoseHolderLeftWithoutSayingHowItEnded() {
        OptionalLong fence = take(node("a"));
        startSync(fence);

        inTransaction(() -> {
            node("a").release(project, fence.orElseThrow());
            return null;
        });

        assertThat(inTransaction(() -> node("b").listAbandoned())).containsExactly(project);
    }

    private void startSync(OptionalLong fence) {
        assertThat(fence).isPresent();
        inTransaction(() -> {
            ledger.find(FlightProject.class, project).startSync(clock.instant());
            return null;
        });
    }
}
