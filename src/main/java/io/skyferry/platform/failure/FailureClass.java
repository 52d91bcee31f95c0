package io.skyferry.platform.failure;

/** Who can do something about a failure, and whether waiting helps. */
public enum FailureClass {
    /** The caller asked for something that can't be done as asked. */
    USER,
    /** Tapis or WebODM failed in a way that passes by itself. */
    REMOTE_TRANSIENT,
    /** Tapis or WebODM refused, and will refuse again until somebody changes something there. */
    REMOTE_PERMANENT,
    /** This server ran out of something: disk, database, memory. */
    RESOURCE,
    /** A defect of ours. */
    INTERNAL
}
