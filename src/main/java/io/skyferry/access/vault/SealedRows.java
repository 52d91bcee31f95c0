package io.skyferry.access.vault;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that is sealed, whatever it is. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SealedRows {
    private static final List<SealedKind> OWN = List.of(
            new SealedKind(TokenRow.class, "key"),
            new SealedKind(AccountRow.class, "owner"),
            new SealedKind(ClientRow.class, "clientId"));

    /** Where one row is. */
    record Place(Class<? extends SealedRow> type, Object id) {}

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** Late: opening the vault asks here first. */
    @Inject
    private Provider<Vault> vault;

    /** Those of other features. */
    @Inject
    @Any
    private Instance<SealedKind> others;

    private List<SealedKind> kinds = OWN;

    protected SealedRows() {}

    SealedRows(EntityManager ledger, Provider<Vault> vault) {
        this(ledger, vault, OWN);
    }

    SealedRows(EntityManager ledger, Provider<Vault> vault, List<SealedKind> kinds) {
        this.ledger = ledger;
        this.vault = vault;
        this.kinds = kinds;
    }

    @PostConstruct
    void listKinds() {
        kinds = Stream.concat(OWN.stream(), others.stream()).toList();
    }

    /** The keys that sealed what is stored. */
    Set<String> listKeyIds() {
        Set<String> ids = new TreeSet<>();
        kinds.forEach(kind -> ids.addAll(
                ledger.createQuery("select distinct r.keyId from " + kind.type().getSimpleName() + " r", String.class)
                        .getResultList()));
        return ids;
    }

    /** The rows of all other keys. */
    List<Place> listSealedOtherwise(String keyId) {
        List<Place> places = new ArrayList<>();
        kinds.forEach(kind -> ledger.createQuery(
                        "select r." + kind.idField() + " from " + kind.type().getSimpleName()
                                + " r where r.keyId <> ?1",
                        Object.class)
                .setParameter(1, keyId)
                .getResultStream()
                .map(found -> new Place(kind.type(), found))
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
