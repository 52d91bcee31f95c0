package io.skyferry.access.audit;

import io.skyferry.platform.audit.AuditEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The audit trail in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerAudit implements AuditTrail {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected LedgerAudit() {}

    LedgerAudit(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void add(AuditEvent event) {
        ledger.persist(new AuditRow(event, clock.instant()));
    }

    @Override
    public List<AuditEntry> list(long after, int limit, String who, String what) {
        return list("a.id > :place", " order by a.id", after, limit, who, what);
    }

    @Override
    public List<AuditEntry> listNewest(long before, int limit, String who, String what) {
        return list("a.id < :place", " order by a.id desc", before, limit, who, what);
    }

    private List<AuditEntry> list(String from, String order, long place, int limit, String who, String what) {
        String query = "from AuditRow a where " + from
                + (who == null ? "" : " and a.who = :who")
                + (what == null ? "" : " and locate(:what, a.what) = 1")
                + order;
        TypedQuery<AuditRow> rows = ledger.createQuery(query, AuditRow.class)
                .setParameter("place", place)
                .setMaxResults(limit);
        if (who != null) {
            rows.setParameter("who", who);
        }
        if (what != null) {
            rows.setParameter("what", what);
        }
        return rows.getResultStream().map(AuditRow::entry).toList();
    }

    @Override
    public int purge(Instant before) {
        return ledger.createQuery("delete from AuditRow a where a.happenedAt < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }
}
