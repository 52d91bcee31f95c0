package io.skyferry.access.vault;

import io.skyferry.webodm.LinkedAccounts.LinkedAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code webodm_account}. The sealed password is bound to the name it goes with. */
@Entity
@Table(name = "webodm_account")
class AccountRow implements SealedRow {
    private static final String PASSWORD = "webodm_account.password";

    @Id
    @Column(nullable = false, length = 200)
    private String owner;

    @Column(nullable = false, length = 255)
    private String username;

    @Column(nullable = false, length = 4000)
    private String password;

    @Column(name = "key_id", nullable = false, length = 20)
    private String keyId;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected AccountRow() {}

    AccountRow(String owner) {
        this.owner = owner;
    }

    void fill(LinkedAccount account, Vault vault, Instant now) {
        username = account.username();
        seal(account, vault.seal());
        updatedAt = now;
    }

    private void seal(LinkedAccount account, Vault.Seal seal) {
        password = seal.seal(account.password(), PASSWORD, owner, username);
        keyId = seal.keyId();
    }

    LinkedAccount open(Vault vault) {
        return new LinkedAccount(username, vault.open(password, keyId, PASSWORD, owner, username));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public void reseal(Vault vault) {
        seal(open(vault), vault.seal());
    }

    String username() {
        return username;
    }
}
