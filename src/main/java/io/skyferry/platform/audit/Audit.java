package io.skyferry.platform.audit;

/** Keeps what happened. Thread-safe. */
public interface Audit {

    /** Returns after the event is kept; when it can't be kept, the log has it instead. */
    void record(AuditEvent event);
}
