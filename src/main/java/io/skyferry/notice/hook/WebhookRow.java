package io.skyferry.notice.hook;

import io.skyferry.access.vault.SealedRow;
import io.skyferry.access.vault.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;

/** A row of {@code webhook}. The sealed secret is bound to the address that it signs for. */
@Entity
@Table(name = "webhook")
public class WebhookRow implements SealedRow {
    private static final String SECRET = "webhook.secret";

    @Id
    @Column(nullable = false, length = 200)
    private String owner;

    @Column(nullable = false, length = WebhookAddress.LONGEST)
    private String url;

    @Column(nullable = false, length = 400)
    private String secret;

    @Column(name = "key_id", nullable = false, length = 20)
    private String keyId;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected WebhookRow() {}

    WebhookRow(String owner) {
        this.owner = owner;
    }

    void fill(Webhook hook, Vault vault) {
        url = hook.url().toString();
        createdAt = hook.createdAt();
        seal(hook, vault.seal());
    }

    private void seal(Webhook hook, Vault.Seal seal) {
        secret = seal.seal(hook.secret(), SECRET, owner, url);
        keyId = seal.keyId();
    }

    Webhook open(Vault vault) {
        return new Webhook(URI.create(url), vault.open(secret, keyId, SECRET, owner, url), createdAt);
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public void reseal(Vault vault) {
        seal(open(vault), vault.seal());
    }
}
