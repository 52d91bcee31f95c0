package io.skyferry.access.browser;

import io.skyferry.platform.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code browser_session}. */
@Entity
@Table(name = "browser_session")
class SessionRow {
    @Id
    @Column(name = "id_hash", nullable = false, length = 64)
    private String idHash;

    @Column(nullable = false, length = 200)
    private String owner;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected SessionRow() {}

    SessionRow(BrowserSession session) {
        idHash = session.idHash();
        owner = session.owner().toString();
        createdAt = session.createdAt();
        seenAt = session.seenAt();
        expiresAt = session.expiresAt();
    }

    BrowserSession session() {
        return new BrowserSession(idHash, Owner.parse(owner), createdAt, seenAt, expiresAt);
    }
}
