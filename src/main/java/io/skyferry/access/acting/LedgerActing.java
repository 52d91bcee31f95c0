package io.skyferry.access.acting;

import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.identity.Owner;
import io.skyferry.webodm.ActingChoices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** The choices in the ledger. Every method is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerActing implements ActingChoices {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    @Override
    public Optional<WebOdmAuth> find(Owner owner) {
        return row(owner).map(ActingRow::way);
    }

    public void put(Owner owner, WebOdmAuth way) {
        ledger.merge(new ActingRow(owner.toString(), way, clock.instant()));
        ledger.flush();
    }

    /** He leaves it to the installation again. */
    public void delete(Owner owner) {
        row(owner).ifPresent(ledger::remove);
    }

    private Optional<ActingRow> row(Owner owner) {
        return Optional.ofNullable(ledger.find(ActingRow.class, owner.toString()));
    }
}
