package io.skyferry.access.vault;

import io.skyferry.tapis.oauth.IssuedTokens;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code oauth_token}. The version is kept by hand, as readers outside a transaction compare it. */
@Entity
@Table(name = "oauth_token")
class TokenRow implements SealedRow {
    private static final String ACCESS = "oauth_token.access_token";
    private static final String REFRESH = "oauth_token.refresh_token";

    @EmbeddedId
    private TokenKey key;

    @Column(nullable = false, length = 80)
    private String tenant;

    @Column(name = "access_token", nullable = false, length = 32000)
    private String accessToken;

    @Column(name = "access_expiry", nullable = false)
    private Instant accessExpiry;

    @Column(name = "refresh_token", length = 32000)
    private String refreshToken;

    @Column(name = "refresh_expiry")
    private Instant refreshExpiry;

    @Column(name = "issued_at", nullable = false)
    private Instant issuedAt;

    @Column(name = "key_id", nullable = false, length = 20)
    private String keyId;

    @Column(nullable = false)
    private long version;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** Null in rows of before this was kept. */
    @Column(name = "signed_in_at")
    private Instant signedInAt;

    protected TokenRow() {}

    TokenRow(TokenKey key) {
        this.key = key;
    }

    void fill(String newTenant, IssuedTokens tokens, Vault vault, Instant now) {
        tenant = newTenant;
        seal(tokens, vault.seal());
        accessExpiry = tokens.accessExpiry();
        refreshExpiry = tokens.refreshExpiry().orElse(null);
        issuedAt = tokens.issuedAt();
        // beyond every version that a deleted row of the same key had
        version = Math.max(version + 1, now.toEpochMilli());
        updatedAt = now;
    }

    void signedIn(Instant now) {
        signedInAt = now;
    }

    private void seal(IssuedTokens tokens, Vault.Seal seal) {
        accessToken = seal.seal(tokens.accessToken(), ACCESS, key.owner(), key.clientId());
        refreshToken = tokens.refreshToken()
                .map(token -> seal.seal(token, REFRESH, key.owner(), key.clientId()))
                .orElse(null);
        keyId = seal.keyId();
    }

    StoredToken open(Vault vault) {
        IssuedTokens tokens = new IssuedTokens(
                vault.open(accessToken, keyId, ACCESS, key.owner(), key.clientId()),
                accessExpiry,
                Optional.ofNullable(refreshToken)
                        .map(text -> vault.open(text, keyId, REFRESH, key.owner(), key.clientId())),
                Optional.ofNullable(refreshExpiry),
                issuedAt);
        return new StoredToken(key, tenant, tokens, version);
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public void reseal(Vault vault) {
        // no new version: whoever saw the row before still has the present tokens
        seal(open(vault).tokens(), vault.seal());
    }

    TokenStanding standing() {
        return new TokenStanding(
                key,
                tenant,
                accessExpiry,
                Optional.ofNullable(refreshExpiry),
                updatedAt,
                Optional.ofNullable(signedInAt).orElse(updatedAt));
    }

    boolean isVersion(long wanted) {
        return version == wanted;
    }

    TokenKey key() {
        return key;
    }
}
