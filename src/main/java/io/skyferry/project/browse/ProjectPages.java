package io.skyferry.project.browse;

import io.skyferry.flight.FoldedName;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Cursor;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectClaim;
import io.skyferry.project.ProjectState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads projects that exist in WebODM, newest first, with who works on them. One statement a page. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ProjectPages {
    private static final String ORDER = "newest";

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** For the container's proxies only. */
    protected ProjectPages() {}

    /** With a ledger whose transactions are the caller's: outside of a container. */
    ProjectPages(EntityManager ledger) {
        this.ledger = ledger;
    }

    /**
     * Which projects are asked for.
     *
     * @param owner empty for everybody's
     */
    record Question(
            Optional<Owner> owner, Optional<ProjectState> state, Optional<String> system, Optional<String> name) {
        static Question of(Optional<Owner> owner) {
            return new Question(owner, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    record Row(FlightProject project, ProjectClaim claim) {}

    List<Row> list(Question question, String after, int most) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder query = new StringBuilder("select p, c from FlightProject p join fetch p.flight f"
                + " left join ProjectClaim c on c.projectId = p.id where p.webOdmProjectId is not null");
        filter(question, query, values);
        Cursor.of(after, ORDER).ifPresent(cursor -> {
            query.append(" and p.createdAt <= :place and (p.createdAt < :place or p.id < :id)");
            values.put("place", place(cursor));
            values.put("id", cursor.id());
        });
        query.append(" order by p.createdAt desc, p.id desc");
        TypedQuery<Object[]> rows =
                ledger.createQuery(query.toString(), Object[].class).setMaxResults(most);
        values.forEach(rows::setParameter);
        return rows.getResultStream()
                .map(row -> new Row((FlightProject) row[0], (ProjectClaim) row[1]))
                .toList();
    }

    private static void filter(Question question, StringBuilder query, Map<String, Object> values) {
        question.owner().ifPresent(owner -> {
            query.append(" and p.owner = :owner");
            values.put("owner", owner.toString());
        });
        question.state().ifPresent(state -> {
            query.append(" and p.state = :state");
            values.put("state", state);
        });
        question.system().ifPresent(system -> {
            query.append(" and f.systemId = :system");
            values.put("system", system);
        });
        question.name().ifPresent(part -> {
            query.append(" and f.foldedName like :name escape '!'");
            values.put("name", FoldedName.containing(part));
        });
    }

    private static Instant place(Cursor cursor) {
        try {
            return Instant.parse(cursor.place());
        } catch (DateTimeParseException e) {
            throw Fields.invalid("after", "must be the 'next' of an earlier answer");
        }
    }

    static String next(FlightProject last) {
        return new Cursor(ORDER, last.createdAt().toString(), last.id()).text();
    }

    /** Of every state how many there are. */
    Map<ProjectState, Long> count(Optional<Owner> owner) {
        Map<ProjectState, Long> counts = new EnumMap<>(ProjectState.class);
        for (ProjectState state : ProjectState.values()) {
            counts.put(state, 0L);
        }
        TypedQuery<Object[]> query = ledger.createQuery(
                "select p.state, count(*) from FlightProject p where p.webOdmProjectId is not null"
                        + (owner.isPresent() ? " and p.owner = :owner" : "") + " group by p.state",
                Object[].class);
        owner.ifPresent(one -> query.setParameter("owner", one.toString()));
        query.getResultStream().forEach(row -> counts.put((ProjectState) row[0], (Long) row[1]));
        return counts;
    }
}
