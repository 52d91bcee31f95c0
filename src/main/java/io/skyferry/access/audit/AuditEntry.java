package io.skyferry.access.audit;

import java.time.Instant;

/** An event as it was kept; see {@link io.skyferry.platform.audit.AuditEvent}. */
public record AuditEntry(
        long id, Instant happenedAt, String who, String what, String subject, String address, String outcome) {}
