package io.skyferry.transfer.watch;

/** What the time of a sync's images mostly goes to. */
public enum SlowSide {
    TAPIS,
    WEBODM,
    /** The bandwidth budget, or our own ledger. */
    US
}
