package io.skyferry.flight;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** That a user saw flights of a system, and when he last scanned all of it: one write for a scan without news. */
@Entity
@Table(name = "system_sight")
public class SystemSight {
    /** Who scanned which system. */
    @Embeddable
    public record Key(
            @Column(nullable = false, length = 200) String owner,

            @Column(name = "system_id", nullable = false, length = 80)
            String systemId) {}

    /** Looking again soon writes nothing when nothing has changed. */
    private static final Duration PRECISION = Duration.ofMinutes(10);

    @EmbeddedId
    private Key key;

    @Column(name = "scanned_at")
    private Instant scannedAt;

    /** For JPA only. */
    protected SystemSight() {}

    SystemSight(Key key) {
        this.key = key;
    }

    void scanned(Instant now) {
        if (scannedAt == null || scannedAt.isBefore(now.minus(PRECISION))) {
            scannedAt = now;
        }
    }

    /** Null until he scanned it whole; up to ten minutes before the last time he did. */
    public Instant scannedAt() {
        return scannedAt;
    }
}
