package io.skyferry.notice.ledger;

/** How far telling something has come. */
public enum DeliveryState {
    WAITING,
    SENT,
    /** Tried for a day, or refused for good. */
    GIVEN_UP,
    /** Nobody wants to be told any more. */
    DROPPED
}
