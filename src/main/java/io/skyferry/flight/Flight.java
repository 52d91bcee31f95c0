package io.skyferry.flight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A flight that a scan has seen, as it was the last time. Shared by all users of the tenant. */
@Entity
@Table(name = "flight")
public class Flight {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flight_seq")
    @SequenceGenerator(name = "flight_seq", sequenceName = "flight_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 80)
    private String tenant;

    @Column(name = "system_id", nullable = false, length = 80)
    private String systemId;

    @Column(nullable = false)
    private String name;

    @Column(name = "folded_name", nullable = false)
    private String foldedName;

    @Column(name = "images_path", nullable = false, length = 300)
    private String imagesPath;

    @Column(name = "image_count", nullable = false)
    private int imageCount;

    @Column(name = "total_bytes", nullable = false)
    private long totalBytes;

    @Column(nullable = false, length = 64)
    private String fingerprint;

    @Column(name = "first_seen", nullable = false)
    private Instant firstSeen;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** For JPA only. */
    protected Flight() {}

    Flight(String tenant, FoundFlight found) {
        this.tenant = tenant;
        this.systemId = found.systemId();
        this.name = found.flightName();
        this.foldedName = FoldedName.of(name);
        this.imagesPath = found.imagesPath();
        this.firstSeen = found.discoveredAt();
        seen(found);
    }

    /** Takes over what a scan saw. An unchanged flight stays untouched, so that scanning a still world writes nothing. */
    final void seen(FoundFlight found) {
        if (found.fingerprint().equals(fingerprint)) {
            return;
        }
        imageCount = found.imageCount();
        totalBytes = found.totalBytes();
        fingerprint = found.fingerprint();
        changedAt = found.discoveredAt();
    }

    public Long id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public String systemId() {
        return systemId;
    }

    public String name() {
        return name;
    }

    public String imagesPath() {
        return imagesPath;
    }

    public int imageCount() {
        return imageCount;
    }

    public long totalBytes() {
        return totalBytes;
    }

    /** Of the last listing that a scan saw: another one means other images. */
    public String fingerprint() {
        return fingerprint;
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    /** When a scan last saw another listing than before. */
    public Instant changedAt() {
        return changedAt;
    }
}
