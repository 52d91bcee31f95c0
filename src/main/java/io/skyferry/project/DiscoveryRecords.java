package io.skyferry.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The finished discovery runs. */
@ApplicationScoped
public class DiscoveryRecords {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Transactional(TxType.REQUIRES_NEW)
    public void keep(DiscoveryRun run) {
        ledger.persist(run);
    }
}
