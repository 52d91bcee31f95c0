package io.skyferry.notice.choice;

import io.skyferry.access.vault.Vault;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Choices in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerChoices implements ChoiceStore {
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    protected LedgerChoices() {}

    public LedgerChoices(EntityManager ledger, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Choice get(Owner owner) {
        return Optional.ofNullable(ledger.find(ChoiceRow.class, owner.toString()))
                .map(ChoiceRow::choice)
                .orElse(Choice.PRESET);
    }

    @Override
    public Choice change(Owner owner, UnaryOperator<Choice> change) {
        ChoiceRow row = locked(owner);
        row.fill(change.apply(row.choice()), clock.instant());
        return row.choice();
    }

    private ChoiceRow locked(Owner owner) {
        ChoiceRow there = ledger.find(ChoiceRow.class, owner.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (there != null) {
            return there;
        }
        ChoiceRow fresh = new ChoiceRow(owner.toString(), newKey(), vault);
        fresh.fill(Choice.PRESET, clock.instant());
        ledger.persist(fresh);
        ledger.flush();
        return fresh;
    }

    private static Secret newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new Secret(Base64.getEncoder().encodeToString(key));
    }

    @Override
    public Optional<Secret> findLinkKey(Owner owner) {
        return Optional.ofNullable(ledger.find(ChoiceRow.class, owner.toString()))
                .map(row -> row.openLinkKey(vault));
    }
}
