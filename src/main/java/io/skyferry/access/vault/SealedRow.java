package io.skyferry.access.vault;

/** A row that holds something sealed. */
interface SealedRow {

    String keyId();

    /** Opens and seals again with the present key; what it says stays the same. */
    void reseal(Vault vault);
}
