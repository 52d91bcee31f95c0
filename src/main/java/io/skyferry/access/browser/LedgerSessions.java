package io.skyferry.access.browser;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** Browser sessions in the ledger, by the hash of what the browser keeps. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerSessions implements SessionStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    protected LedgerSessions() {}

    LedgerSessions(EntityManager ledger) {
        this.ledger = ledger;
    }

    @Override
    public void put(BrowserSession session) {
        ledger.persist(new SessionRow(session));
    }

    @Override
    public Optional<BrowserSession> find(String idHash) {
        return Optional.ofNullable(ledger.find(SessionRow.class, idHash)).map(SessionRow::session);
    }

    @Override
    public void touch(String idHash, Instant now) {
        change("update SessionRow s set s.seenAt = ?1 where s.idHash = ?2", now, idHash);
    }

    @Override
    public void delete(String idHash) {
        change("delete from SessionRow s where s.idHash = ?1", idHash);
    }

    @Override
    public int deleteAll(Owner owner) {
        return change("delete from SessionRow s where s.owner = ?1", owner.toString());
    }

    @Override
    public int purge(Instant endedBefore, Instant seenBefore) {
        return change("delete from SessionRow s where s.expiresAt < ?1 or s.seenAt < ?2", endedBefore, seenBefore);
    }

    private int change(String statement, Object... parameters) {
        jakarta.persistence.Query query = ledger.createQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}
