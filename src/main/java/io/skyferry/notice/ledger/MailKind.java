package io.skyferry.notice.ledger;

/** What a mail is for. */
public enum MailKind {
    /** Tells all notices that were collected. */
    DIGEST,
    /** Asks whether the address is the user's. */
    CONFIRM
}
