package io.skyferry.access.vault;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Changes the key that seals, while everybody works on: old rows stay readable until they are sealed anew, row by row.
 * A rotation that was interrupted is finished by {@link #finish}. Thread-safe.
 */
public final class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class.getName());

    /**
     * @param keyId the present key's name
     * @param refused rows that no key opens, because they were changed outside Skyferry; they stay as they are
     */
    public record Outcome(String keyId, int resealed, int refused) {}

    private final Vault vault;
    private final SealedRows rows;
    private final Clock clock;

    public KeyRotation(Vault vault, SealedRows rows, Clock clock) {
        this.vault = vault;
        this.rows = rows;
        this.clock = clock;
    }

    public Outcome rotate() {
        vault.rotate();
        Outcome outcome = reseal();
        LOG.info(() -> "Stored secrets are sealed with key " + outcome.keyId() + " now: " + outcome.resealed()
                + " rows, " + outcome.refused() + " refused");
        return outcome;
    }

    /** Seals what still has an older key, then forgets the keys that nothing needs any more. */
    public Outcome finish() {
        Outcome outcome = reseal();
        vault.retain(rows.listKeyIds(), clock.instant());
        return outcome;
    }

    private Outcome reseal() {
        String keyId = vault.keyId();
        List<SealedRows.Place> places = rows.listSealedOtherwise(keyId);
        int resealed = 0;
        for (SealedRows.Place place : places) {
            resealed += reseal(place) ? 1 : 0;
        }
        return new Outcome(keyId, resealed, places.size() - resealed);
    }

    private boolean reseal(SealedRows.Place place) {
        try {
            rows.reseal(place);
            return true;
        } catch (RuntimeException e) {
            if (e instanceof Failure failure && failure.code() == ErrorCode.INTERNAL_ERROR) {
                LOG.log(Level.WARNING, "A row of " + place.type().getSimpleName() + " can't be opened", e);
                return false;
            }
            throw e;
        }
    }
}
