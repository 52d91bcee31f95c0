package io.skyferry.access.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which keys the stored secrets were sealed with. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SealedRows {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    protected SealedRows() {}

    SealedRows(EntityManager ledger) {
        this.ledger = ledger;
    }

    Set<String> listKeyIds() {
        Set<String> ids = new TreeSet<>(ids("TokenRow"));
        ids.addAll(ids("AccountRow"));
        ids.addAll(ids("ClientRow"));
        return ids;
    }

    private List<String> ids(String entity) {
        return ledger.createQuery("select distinct r.keyId from " + entity + " r", String.class)
                .getResultList();
    }
}
