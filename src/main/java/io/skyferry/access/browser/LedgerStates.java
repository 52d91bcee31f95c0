package io.skyferry.access.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** Begun sign-ins in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerStates implements SignInStates {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    protected LedgerStates() {}

    LedgerStates(EntityManager ledger) {
        this.ledger = ledger;
    }

    @Override
    public void put(SignInState state) {
        ledger.persist(new StateRow(state));
    }

    @Override
    public Optional<SignInState> take(String stateHash) {
        Optional<SignInState> found =
                Optional.ofNullable(ledger.find(StateRow.class, stateHash)).map(StateRow::state);
        ledger.clear();
        return found.filter(state -> ledger.createQuery("delete from StateRow s where s.stateHash = ?1")
                        .setParameter(1, stateHash)
                        .executeUpdate()
                == 1);
    }

    @Override
    public int purge(Instant now) {
        return ledger.createQuery("delete from StateRow s where s.expiresAt < ?1")
                .setParameter(1, now)
                .executeUpdate();
    }
}
