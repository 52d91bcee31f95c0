package io.skyferry.access.terminal;

import io.skyferry.access.vault.TokenKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code terminal_login}. */
@Entity
@Table(name = "terminal_login")
class LoginRow {
    @Id
    @Column(name = "id_hash", nullable = false, length = 64)
    private String idHash;

    @Embedded
    private TokenKey key;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected LoginRow() {}

    LoginRow(String idHash, TokenKey key, Instant now, Instant expiresAt) {
        this.idHash = idHash;
        this.key = key;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    TokenKey key() {
        return key;
    }

    boolean isAliveAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    void lastsUntil(Instant end) {
        expiresAt = end;
    }
}
