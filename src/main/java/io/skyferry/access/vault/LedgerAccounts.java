package io.skyferry.access.vault;

import io.skyferry.platform.identity.Owner;
import io.skyferry.webodm.LinkedAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** WebODM accounts in the ledger, their passwords sealed. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerAccounts implements LinkedAccounts {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    protected LedgerAccounts() {}

    LedgerAccounts(EntityManager ledger, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<LinkedAccount> find(Owner owner) {
        return row(owner).map(row -> row.open(vault));
    }

    /** The name alone; the password stays sealed. */
    public Optional<String> findUsername(Owner owner) {
        return row(owner).map(AccountRow::username);
    }

    public void put(Owner owner, LinkedAccount account) {
        AccountRow row = row(owner).orElseGet(() -> new AccountRow(owner.toString()));
        row.fill(account, vault, clock.instant());
        ledger.merge(row);
        ledger.flush();
    }

    /** @return whether there was one */
    public boolean delete(Owner owner) {
        Optional<AccountRow> row = row(owner);
        row.ifPresent(ledger::remove);
        return row.isPresent();
    }

    private Optional<AccountRow> row(Owner owner) {
        return Optional.ofNullable(ledger.find(AccountRow.class, owner.toString()));
    }
}
