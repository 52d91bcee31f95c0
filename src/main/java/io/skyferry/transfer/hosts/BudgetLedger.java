package io.skyferry.transfer.hosts;

import io.skyferry.platform.pace.BandwidthBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** Keeps the budget that was set at run time. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BudgetLedger {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    public Optional<BudgetRow> find() {
        return Optional.ofNullable(ledger.find(BudgetRow.class, BudgetRow.THE_ONE));
    }

    public void keep(BandwidthBudget.Tables tables, String by) {
        ledger.merge(new BudgetRow(tables, by, clock.instant()));
    }

    /** The settings hold again. */
    public void forget() {
        find().ifPresent(ledger::remove);
    }
}
