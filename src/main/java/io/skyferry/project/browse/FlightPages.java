package io.skyferry.project.browse;

import io.skyferry.flight.Flight;
import io.skyferry.flight.FlightSight;
import io.skyferry.flight.FoldedName;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Cursor;
import io.skyferry.project.FlightProject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the flights that a user saw, with his projects of them. One statement a page. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class FlightPages {
    private static final String LAST_SEEN =
            "case when s.goneAt is null and y.scannedAt > s.seenAt then y.scannedAt else s.seenAt end";
    private static final String PROJECT = " left join FlightProject p on p.flight.id = s.key.flightId"
            + " and p.owner = s.key.owner and p.webOdmProjectId is not null";
    private static final String SHOWN = " where s.key.owner = :owner and (s.goneAt is null or p.id is not null)";
    /** Says what {@code p.id is null} says, so that PostgreSQL knows how few or many those are and reads only a page. */
    private static final String WITHOUT_PROJECT = " and not exists (select q.id from FlightProject q"
            + " where q.flight.id = s.key.flightId and q.owner = s.key.owner and q.webOdmProjectId is not null)";

    private static final String ROWS = "select f, s, y.scannedAt, p from FlightSight s"
            + " join Flight f on f.id = s.key.flightId"
            + " left join SystemSight y on y.key.owner = s.key.owner and y.key.systemId = f.systemId"
            + PROJECT + SHOWN;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** For the container's proxies only. */
    protected FlightPages() {}

    /** With a ledger whose transactions are the caller's: outside of a container. */
    FlightPages(EntityManager ledger) {
        this.ledger = ledger;
    }

    /** A flight as one user sees it. */
    public record Row(Flight flight, FlightSight sight, Instant scannedAt, Optional<FlightProject> project) {
        public Instant lastSeen() {
            boolean later = !sight.isGone() && scannedAt != null && scannedAt.isAfter(sight.seenAt());
            return later ? scannedAt : sight.seenAt();
        }
    }

    List<Row> list(FlightQuestion question, FlightOrder.Sort sort, Optional<Cursor> after, int most) {
        Map<String, Object> values =
                new HashMap<>(Map.of("owner", question.owner().toString()));
        StringBuilder query = new StringBuilder(ROWS);
        filter(question, query, values);
        after.ifPresent(cursor -> {
            query.append(sort.after());
            values.put("place", sort.place(cursor));
            values.put("id", cursor.id());
        });
        return read(query.append(sort.orderBy()).toString(), values, most);
    }

    private static void filter(FlightQuestion question, StringBuilder query, Map<String, Object> values) {
        question.name().ifPresent(part -> {
            query.append(" and f.foldedName like :name escape '!'");
            values.put("name", FoldedName.containing(part));
        });
        add(query, values, " and f.systemId = :system", "system", question.system());
        add(query, values, " and p.state = :state", "state", question.state());
        question.hasProject().ifPresent(wanted -> query.append(wanted ? " and p.id is not null" : WITHOUT_PROJECT));
        add(query, values, " and " + LAST_SEEN + " >= :since", "since", question.since());
        add(query, values, " and " + LAST_SEEN + " < :until", "until", question.until());
        add(query, values, " and f.changedAt >= :changed", "changed", question.changedSince());
    }

    private static void add(
            StringBuilder query, Map<String, Object> values, String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            query.append(condition);
            values.put(name, given);
        });
    }

    private List<Row> read(String text, Map<String, Object> values, int most) {
        TypedQuery<Object[]> query = ledger.createQuery(text, Object[].class).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Row(
                        (Flight) row[0], (FlightSight) row[1], (Instant) row[2], Optional.ofNullable((FlightProject)
                                row[3])))
                .toList();
    }

    /** In two statements: the few that are gone are joined with their projects, the many others with nothing. */
    long count(Owner owner) {
        return count(owner, "select count(s) from FlightSight s where s.key.owner = :owner and s.goneAt is null")
                + count(
                        owner,
                        "select count(s) from FlightSight s join FlightProject p on p.flight.id = s.key.flightId"
                                + " and p.owner = s.key.owner and p.webOdmProjectId is not null"
                                + " where s.key.owner = :owner and s.goneAt is not null");
    }

    private long count(Owner owner, String query) {
        return ledger.createQuery(query, Long.class)
                .setParameter("owner", owner.toString())
                .getSingleResult();
    }

    /** @throws Failure FLIGHT_NOT_FOUND also when the user never saw it: who asks must not learn that it exists */
    public Row get(Owner owner, long flight) {
        Map<String, Object> values = Map.of("owner", owner.toString(), "flight", flight);
        return read(ROWS + " and f.id = :flight", values, 1).stream()
                .findFirst()
                .orElseThrow(() ->
                        new Failure(ErrorCode.FLIGHT_NOT_FOUND, "No scan of yours found a flight " + flight + "."));
    }
}
