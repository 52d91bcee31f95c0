package io.skyferry.platform.identity;

import io.skyferry.platform.config.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent the current request. Immutable; may be handed to other threads.
 *
 * @param presentedToken the Tapis access token that came with the request, when one did
 */
public record Caller(Owner owner, Set<Role> roles, Optional<Secret> presentedToken) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR) || roles.contains(Role.ADMINISTRATOR);
    }

    public boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }
}
