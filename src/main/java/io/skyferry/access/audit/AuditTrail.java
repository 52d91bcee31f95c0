package io.skyferry.access.audit;

import io.skyferry.platform.audit.AuditEvent;
import java.time.Instant;
import java.util.List;

/** Where events are kept. Every method is atomic; implementations are thread-safe. */
public interface AuditTrail {

    void add(AuditEvent event);

    /**
     * @param after the id after which to begin
     * @param who null for everybody
     * @param what the beginning of the name; null for everything
     */
    List<AuditEntry> list(long after, int limit, String who, String what);

    /**
     * The newest first.
     *
     * @param before the id before which to begin; {@link Long#MAX_VALUE} for the end
     */
    List<AuditEntry> listNewest(long before, int limit, String who, String what);

    /** @return how many were older */
    int purge(Instant before);
}
