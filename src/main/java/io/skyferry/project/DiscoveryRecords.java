package io.skyferry.project;

import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The finished discovery runs. */
@ApplicationScoped
public class DiscoveryRecords {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Changes changes;

    @Transactional(TxType.REQUIRES_NEW)
    public void keep(DiscoveryRun run) {
        ledger.persist(run);
        changes.record(ChangeNote.of(ChangeKind.FLIGHTS_DISCOVERED, run.owner()).saying(run.counts()));
    }
}
