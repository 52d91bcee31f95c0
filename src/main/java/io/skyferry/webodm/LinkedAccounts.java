package io.skyferry.webodm;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import java.util.Optional;

/** The WebODM accounts that users linked. Implemented by {@code access}, which keeps them encrypted. */
public interface LinkedAccounts {

    Optional<LinkedAccount> find(Owner owner);

    /** A name and a password in WebODM. */
    record LinkedAccount(String username, Secret password) {}
}
