package io.skyferry.notice.ledger;

import java.util.Locale;

/** A way of telling. */
public enum Channel {
    MAIL,
    /** The user's own web hook. */
    WEBHOOK,
    /** The installation's web hook. */
    INSTALLATION;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
