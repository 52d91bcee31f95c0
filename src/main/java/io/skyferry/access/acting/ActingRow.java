package io.skyferry.access.acting;

import io.skyferry.platform.config.WebOdmAuth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code webodm_acting}. */
@Entity
@Table(name = "webodm_acting")
class ActingRow {
    @Id
    @Column(nullable = false, length = 200)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20, columnDefinition = "varchar(20)")
    private WebOdmAuth way;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected ActingRow() {}

    ActingRow(String owner, WebOdmAuth way, Instant now) {
        this.owner = owner;
        this.way = way;
        this.updatedAt = now;
    }

    WebOdmAuth way() {
        return way;
    }
}
