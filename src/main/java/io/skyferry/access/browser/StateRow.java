package io.skyferry.access.browser;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code oauth_state}. */
@Entity
@Table(name = "oauth_state")
class StateRow {
    @Id
    @Column(name = "state_hash", nullable = false, length = 64)
    private String stateHash;

    @Column(name = "browser_hash", nullable = false, length = 64)
    private String browserHash;

    @Column(name = "client_id", nullable = false, length = 80)
    private String clientId;

    @Column(name = "redirect_after", nullable = false, length = 1000)
    private String redirectAfter;

    @Column(nullable = false)
    private boolean pkce;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected StateRow() {}

    StateRow(SignInState state) {
        stateHash = state.stateHash();
        browserHash = state.browserHash();
        clientId = state.clientId();
        redirectAfter = state.redirectAfter();
        pkce = state.pkce();
        expiresAt = state.expiresAt();
    }

    SignInState state() {
        return new SignInState(stateHash, browserHash, clientId, redirectAfter, pkce, expiresAt);
    }
}
