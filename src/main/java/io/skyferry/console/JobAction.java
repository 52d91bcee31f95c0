package io.skyferry.console;

import java.util.Locale;

/** What one may do to a job. */
enum JobAction {
    STOP(false),
    RESTART(false),
    ABANDON(true),
    PURGE(true);

    private final boolean forOperatorsOnly;

    JobAction(boolean forOperatorsOnly) {
        this.forOperatorsOnly = forOperatorsOnly;
    }

    boolean isForOperatorsOnly() {
        return forOperatorsOnly;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
