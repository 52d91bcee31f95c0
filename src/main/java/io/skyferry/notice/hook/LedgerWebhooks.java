package io.skyferry.notice.hook;

import io.skyferry.access.vault.Vault;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Users' web hooks in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerWebhooks implements WebhookStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Vault vault;

    protected LedgerWebhooks() {}

    public LedgerWebhooks(EntityManager ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    @Override
    public Optional<Webhook> find(Owner owner) {
        return Optional.ofNullable(ledger.find(WebhookRow.class, owner.toString()))
                .map(row -> row.open(vault));
    }

    @Override
    public void put(Owner owner, Webhook hook) {
        WebhookRow row = locked(owner).orElseGet(() -> new WebhookRow(owner.toString()));
        row.fill(hook, vault);
        ledger.persist(row);
    }

    @Override
    public boolean delete(Owner owner) {
        Optional<WebhookRow> row = locked(owner);
        row.ifPresent(ledger::remove);
        return row.isPresent();
    }

    private Optional<WebhookRow> locked(Owner owner) {
        return Optional.ofNullable(ledger.find(WebhookRow.class, owner.toString(), LockModeType.PESSIMISTIC_WRITE));
    }
}
