package io.skyferry.notice.choice;

import io.skyferry.access.vault.SealedRow;
import io.skyferry.access.vault.Vault;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of {@code notice_choice}. */
@Entity
@Table(name = "notice_choice")
public class ChoiceRow implements SealedRow {
    private static final String LINK_KEY = "notice_choice.link_key";

    @Id
    @Column(nullable = false, length = 200)
    private String owner;

    @Column(length = 254)
    private String address;

    @Column(nullable = false)
    private boolean confirmed;

    @Column(name = "confirm_until")
    private Instant confirmUntil;

    @Column(name = "mail_on", nullable = false)
    private boolean mailOn;

    @Column(nullable = false, length = 400)
    private String occasions;

    @Column(name = "digest_minutes")
    private Integer digestMinutes;

    @Column(name = "link_key", nullable = false, length = 400)
    private String linkKey;

    @Column(name = "key_id", nullable = false, length = 20)
    private String keyId;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected ChoiceRow() {}

    ChoiceRow(String owner, Secret key, Vault vault) {
        this.owner = owner;
        seal(key, vault.seal());
    }

    void fill(Choice choice, Instant now) {
        address = choice.address().orElse(null);
        confirmed = choice.confirmed();
        confirmUntil = choice.confirmUntil().orElse(null);
        mailOn = choice.mailOn();
        occasions = choice.occasions().stream().map(Occasion::wireName).sorted().collect(Collectors.joining(" "));
        digestMinutes = choice.digestMinutes().orElse(null);
        updatedAt = now;
    }

    Choice choice() {
        return new Choice(
                Optional.ofNullable(address),
                confirmed,
                Optional.ofNullable(confirmUntil),
                mailOn,
                Arrays.stream(occasions.split(" "))
                        .flatMap(name -> Occasion.find(name).stream())
                        .collect(Collectors.toSet()),
                Optional.ofNullable(digestMinutes));
    }

    private void seal(Secret key, Vault.Seal seal) {
        linkKey = seal.seal(key, LINK_KEY, owner);
        keyId = seal.keyId();
    }

    Secret openLinkKey(Vault vault) {
        return vault.open(linkKey, keyId, LINK_KEY, owner);
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public void reseal(Vault vault) {
        seal(openLinkKey(vault), vault.seal());
    }
}
