package io.skyferry.access.vault;

import io.skyferry.access.kit.TestLedger;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A rotation over the rows of one feature; each call a transaction of its own, as in the server. */
public final class SealedRotation extends SealedRows {
    private final TestLedger ledger;
    private final Vault vault;
    private final List<SealedKind> kinds;

    private SealedRotation(TestLedger ledger, Vault vault, List<SealedKind> kinds) {
        this.ledger = ledger;
        this.vault = vault;
        this.kinds = kinds;
    }

    public static KeyRotation.Outcome of(TestLedger ledger, Vault vault, Clock clock, List<SealedKind> kinds) {
        return new KeyRotation(vault, new SealedRotation(ledger, vault, kinds), clock).rotate();
    }

    @Override
    Set<String> listKeyIds() {
        return ledger.inTransaction(manager -> new SealedRows(manager, () -> vault, kinds).listKeyIds());
    }

    @Override
    List<Place> listSealedOtherwise(String keyId) {
        return ledger.inTransaction(manager -> new SealedRows(manager, () -> vault, kinds).listSealedOtherwise(keyId));
    }

    @Override
    void reseal(Place place) {
        ledger.inTransaction(manager -> {
            new SealedRows(manager, () -> vault, kinds).reseal(place);
            return null;
        });
    }
}
