package io.skyferry.access.vault;

import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Tokens in the ledger, sealed. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerTokens implements TokenStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    protected LedgerTokens() {}

    LedgerTokens(EntityManager ledger, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<StoredToken> find(TokenKey key) {
        return Optional.ofNullable(ledger.find(TokenRow.class, key)).map(row -> row.open(vault));
    }

    @Override
    public List<TokenStanding> list(Owner owner) {
        return ledger.createQuery("from TokenRow t where t.key.owner = ?1 order by t.updatedAt desc", TokenRow.class)
                .setParameter(1, owner.toString())
                .getResultStream()
                .map(TokenRow::standing)
                .toList();
    }

    @Override
    public StoredToken put(TokenKey key, String tenant, IssuedTokens tokens) {
        TokenRow row = locked(key).orElseGet(() -> new TokenRow(key));
        row.fill(tenant, tokens, vault, clock.instant());
        row.signedIn(clock.instant());
        TokenRow kept = ledger.merge(row);
        ledger.flush();
        return kept.open(vault);
    }

    @Override
    public Optional<StoredToken> replace(StoredToken seen, IssuedTokens tokens) {
        return locked(seen.key()).filter(row -> row.isVersion(seen.version())).map(row -> {
            row.fill(seen.tenant(), tokens, vault, clock.instant());
            return row.open(vault);
        });
    }

    @Override
    public void signedIn(TokenKey key) {
        locked(key).ifPresent(row -> row.signedIn(clock.instant()));
    }

    @Override
    public boolean delete(TokenKey key) {
        Optional<TokenRow> row = locked(key);
        row.ifPresent(ledger::remove);
        return row.isPresent();
    }

    private Optional<TokenRow> locked(TokenKey key) {
        return Optional.ofNullable(ledger.find(TokenRow.class, key, LockModeType.PESSIMISTIC_WRITE));
    }
}
