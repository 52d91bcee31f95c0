package io.skyferry.transfer.verify;

/** How what WebODM holds differs from what was delivered. */
enum Difference {
    /** WebODM has nothing under the name. */
    MISSING,
    SIZE,
    /** The same size and another content. */
    HASH
}
