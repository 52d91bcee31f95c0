package io.skyferry.access.preference;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Preferences in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerPreferences implements PreferenceStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected LedgerPreferences() {}

    LedgerPreferences(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Preferences get(Owner owner) {
        return Optional.ofNullable(ledger.find(PreferenceRow.class, owner.toString()))
                .map(PreferenceRow::preferences)
                .orElse(Preferences.PRESET);
    }

    @Override
    public Preferences put(Owner owner, Preferences preferences) {
        PreferenceRow row = locked(owner);
        row.fill(preferences, clock.instant());
        return row.preferences();
    }

    @Override
    public boolean startDiscovery(Owner owner, Instant now) {
        PreferenceRow row = locked(owner);
        boolean may = row.preferences().canRunDiscoveryAt(now);
        if (may) {
            row.discoveryStarted(now);
        }
        return may;
    }

    private PreferenceRow locked(Owner owner) {
        PreferenceRow there = ledger.find(PreferenceRow.class, owner.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (there != null) {
            return there;
        }
        PreferenceRow fresh = new PreferenceRow(owner.toString());
        fresh.fill(Preferences.PRESET, clock.instant());
        ledger.persist(fresh);
        ledger.flush();
        return fresh;
    }
}
