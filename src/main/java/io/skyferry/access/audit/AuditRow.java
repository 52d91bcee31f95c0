package io.skyferry.access.audit;

import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code audit_event}. Its ids are given one by one, so that their order is nearly that of time. */
@Entity
@Table(name = "audit_event")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event")
    @SequenceGenerator(name = "audit_event", sequenceName = "audit_event_seq", allocationSize = 1)
    private long id;

    @Column(name = "happened_at", nullable = false)
    private Instant happenedAt;

    @Column(length = 200)
    private String who;

    @Column(nullable = false, length = 200)
    private String what;

    @Column(nullable = false, length = 300)
    private String subject;

    @Column(nullable = false, length = 60)
    private String address;

    @Column(nullable = false, length = 40)
    private String outcome;

    protected AuditRow() {}

    AuditRow(AuditEvent event, Instant now) {
        happenedAt = now;
        who = event.who().map(Owner::toString).orElse(null);
        what = shortened(event.what(), 200);
        subject = shortened(event.subject(), 300);
        address = shortened(event.address(), 60);
        outcome = shortened(event.outcome(), 40);
    }

    /** One line, whatever was in the address that somebody sent. */
    private static String shortened(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > longest ? line.substring(0, longest) : line;
    }

    AuditEntry entry() {
        return new AuditEntry(id, happenedAt, who, what, subject, address, outcome);
    }
}
