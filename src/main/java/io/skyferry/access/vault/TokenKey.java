package io.skyferry.access.vault;

import io.skyferry.platform.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose token, by which client. */
@Embeddable
public record TokenKey(
        @Column(nullable = false, length = 200) String owner,

        @Column(name = "client_id", nullable = false, length = 80)
        String clientId) {

    public static TokenKey of(Owner owner, String clientId) {
        return new TokenKey(owner.toString(), clientId);
    }
}
