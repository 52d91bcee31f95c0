package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.identity.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each user saw, on a database in memory. */
class SightRowsTest {
    private static final String A = "ptdatax.project.A";
    private static final String B = "ptdatax.project.B";
    private static final Owner ADA = new Owner("ada", "portals");
    private static final Owner GRACE = new Owner("grace", "portals");

    private final TestLedger ledger = new TestLedger(Flight.class, FlightSight.class, SystemSight.class);
    private final MovingClock clock = new MovingClock();

    @AfterEach
    void close() {
        ledger.close();
    }

    private void with(Consumer<SightRows> work) {
        ledger.inTransaction(manager -> {
            work.accept(new SightRows(manager, clock));
            return null;
        });
        clock.advance(Duration.ofMinutes(1));
    }

    private static ScannedSystem scan(String system, String... names) {
        List<FoundFlight> found = Stream.of(names)
                .map(name -> Flights.found(system, name, 2, "f".repeat(64), Flights.SEEN))
                .toList();
        return new ScannedSystem(system, found, Set.of());
    }

    private List<String> seenBy(Owner owner) {
        return ledger.inTransaction(manager -> manager.createQuery("""
                                select f.name from FlightSight s join Flight f on f.id = s.key.flightId
                                where s.key.owner = :owner and s.goneAt is null order by f.name""", String.class)
                .setParameter("owner", owner.toString())
                .getResultList());
    }

    @Test
    void showsEachUserWhatHeSaw() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        with(rows -> rows.keepWhole(GRACE, scan(A, "G")));

        assertThat(seenBy(ADA)).containsExactly("F", "G");
        assertThat(seenBy(GRACE)).containsExactly("G");
        assertThat(ledger.dump("flight").split("portals")).hasSize(1 + 2);
    }

    @Test
    void anUnchangedSystemWritesNoRow() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        long written = ledger.rowsWritten();

        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        assertThat(ledger.rowsWritten()).isEqualTo(written);

        clock.advance(Duration.ofMinutes(10));
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        assertThat(ledger.rowsWritten()).as("when the system was looked at").isEqualTo(written + 1);
    }

    @Test
    void forgetsWhatAScanDidNotFindAndFindsItAgain() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        with(rows -> rows.keepWhole(GRACE, scan(A, "F", "G")));
        with(rows -> rows.keepWhole(ADA, scan(A, "G")));

        assertThat(seenBy(ADA)).containsExactly("G");
        assertThat(seenBy(GRACE)).containsExactly("F", "G");
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        assertThat(seenBy(ADA)).containsExactly("F", "G");
    }

    @Test
    void keepsWhatCouldNotBeLookedInto() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        with(rows -> rows.keepWhole(ADA, new ScannedSystem(A, scan(A, "G").flights(), Set.of("F", "Unknown"))));

        assertThat(seenBy(ADA)).containsExactly("F", "G");
    }

    @Test
    void forgetsSystemsThatTapisDoesNotShowAnyMore() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F")));
        with(rows -> rows.keepSome(ADA, B, scan(B, "G").flights()));
        with(rows -> rows.keepWhole(GRACE, scan(A, "F")));
        with(rows -> rows.forgetOthers(ADA, Set.of(A, B)));
        assertThat(seenBy(ADA)).containsExactly("F", "G");

        with(rows -> rows.forgetOthers(ADA, Set.of(A)));

        assertThat(seenBy(ADA)).containsExactly("F");
        with(rows -> rows.forgetOthers(ADA, Set.of()));
        assertThat(seenBy(ADA)).isEmpty();
        assertThat(seenBy(GRACE)).containsExactly("F");
    }

    @Test
    void knowsNothingAboutOthersFromASingleFlight() {
        with(rows -> rows.keepWhole(ADA, scan(A, "F", "G")));
        with(rows -> rows.keepSome(ADA, A, scan(A, "H").flights()));

        assertThat(seenBy(ADA)).containsExactly("F", "G", "H");
    }
}
