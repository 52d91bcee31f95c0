package io.skyferry.access.vault;

/** A row that holds something sealed. Its field {@code keyId} is how queries find what an older key sealed. */
public interface SealedRow {

    String keyId();

    /** Opens and seals again with the present key; what it says stays the same. */
    void reseal(Vault vault);
}
