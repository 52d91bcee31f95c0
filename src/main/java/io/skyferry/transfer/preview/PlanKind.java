package io.skyferry.transfer.preview;

/** What a sync without wishes would do with an image. */
public enum PlanKind {
    /** Unknown to the ledger; would be brought. */
    NEW,
    /** Known with another size or time; would be brought. */
    CHANGED,
    /** Known, unchanged and not delivered yet; would be brought. */
    WAITING,
    /** In the task as it is at the source; stays. */
    DELIVERED,
    /** Refused before and unchanged, or with a name that can't be used; stays out. */
    REFUSED,
    /** Known, and no longer at the source. */
    GONE;

    boolean moves() {
        return this == NEW || this == CHANGED || this == WAITING;
    }
}
