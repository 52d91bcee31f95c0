package io.skyferry.access.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Everything that is sealed, whatever it is. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SealedRows {
    /** With the field that names a row. */
    private static final Map<Class<? extends SealedRow>, String> KINDS =
            Map.of(TokenRow.class, "key", AccountRow.class, "owner", ClientRow.class, "clientId");

    /** Where one row is. */
    record Place(Class<? extends SealedRow> type, Object id) {}

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** Late: opening the vault asks here first. */
    @Inject
    private Provider<Vault> vault;

    protected SealedRows() {}

    SealedRows(EntityManager ledger, Provider<Vault> vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** The keys that sealed what is stored. */
    Set<String> listKeyIds() {
        Set<String> ids = new TreeSet<>();
        KINDS.keySet()
                .forEach(kind -> ids.addAll(
                        ledger.createQuery("select distinct r.keyId from " + kind.getSimpleName() + " r", String.class)
                                .getResultList()));
        return ids;
    }

    /** The rows of all other keys. */
    List<Place> listSealedOtherwise(String keyId) {
        List<Place> places = new ArrayList<>();
        KINDS.forEach((kind, id) -> ledger.createQuery(
                        "select r." + id + " from " + kind.getSimpleName() + " r where r.keyId <> ?1", Object.class)
                .setParameter(1, keyId)
                .getResultStream()
                .map(found -> new Place(kind, found))
                .forEach(places::add));
        return places;
    }

    /** Does nothing for a row that went, or was written meanwhile. */
    void reseal(Place place) {
        SealedRow row = ledger.find(place.type(), place.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null && !row.keyId().equals(vault.get().keyId())) {
            row.reseal(vault.get());
        }
    }
}
