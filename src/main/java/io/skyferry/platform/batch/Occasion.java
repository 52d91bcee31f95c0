package io.skyferry.platform.batch;

/** Why work was started. The names are kept in the ledger and shown. */
public enum Occasion {
    /** A call that wanted the result itself. */
    REQUEST,
    /** The call that starts a discovery whatever preferences and cool-down say. */
    TRIGGER,
    /** Somebody signed in. */
    SIGN_IN,
    /** A schedule's time had come. */
    PERIODIC,
    /** Somebody started the job by its name. */
    JOB
}
