package io.skyferry.access.vault;

import io.skyferry.access.client.ClientEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code oauth_client}. The sealed key is bound to the address that it is sent to. */
@Entity
@Table(name = "oauth_client")
class ClientRow implements SealedRow {
    private static final String KEY = "oauth_client.client_key";

    @Id
    @Column(name = "client_id", nullable = false, length = 80)
    private String clientId;

    @Column(nullable = false, length = 80)
    private String name;

    @Column(nullable = false, length = 300)
    private String description;

    @Column(nullable = false, length = 80)
    private String tenant;

    @Column(name = "base_url", nullable = false, length = 300)
    private String baseUrl;

    @Column(name = "authorization_url", length = 300)
    private String authorizationUrl;

    @Column(name = "token_url", length = 300)
    private String tokenUrl;

    @Column(name = "callback_url", length = 300)
    private String callbackUrl;

    @Column(name = "client_key", nullable = false, length = 4000)
    private String clientKey;

    @Column(name = "key_id", nullable = false, length = 20)
    private String keyId;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected ClientRow() {}

    ClientRow(String clientId, Instant now) {
        this.clientId = clientId;
        this.createdAt = now;
    }

    void fill(ClientEntry client, Vault vault, Instant now) {
        name = client.name();
        description = client.description();
        tenant = client.tenantId();
        baseUrl = client.baseUrl().toString();
        authorizationUrl = client.authorizationUrl().map(URI::toString).orElse(null);
        tokenUrl = client.tokenUrl().map(URI::toString).orElse(null);
        callbackUrl = client.callbackUrl().map(URI::toString).orElse(null);
        seal(client, vault.seal());
        active = client.active();
        updatedAt = now;
    }

    private void seal(ClientEntry client, Vault.Seal seal) {
        clientKey = seal.seal(client.key(), place());
        keyId = seal.keyId();
    }

    private String[] place() {
        return new String[] {KEY, clientId, baseUrl, tokenUrl == null ? "" : tokenUrl};
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public void reseal(Vault vault) {
        seal(open(vault), vault.seal());
    }

    ClientEntry open(Vault vault) {
        return new ClientEntry(
                clientId,
                name,
                description,
                tenant,
                URI.create(baseUrl),
                Optional.ofNullable(authorizationUrl).map(URI::create),
                Optional.ofNullable(tokenUrl).map(URI::create),
                Optional.ofNullable(callbackUrl).map(URI::create),
                active,
                vault.open(clientKey, keyId, place()));
    }
}
