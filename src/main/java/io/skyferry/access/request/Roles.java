package io.skyferry.access.request;

import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do more than move his own flights.
 *
 * @param admins as {@code name@tenant}
 * @param operators as {@code name@tenant}
 */
public record Roles(Set<String> admins, Set<String> operators) {

    Set<Role> of(Owner owner) {
        EnumSet<Role> roles = EnumSet.of(Role.USER);
        if (operators.contains(owner.toString())) {
            roles.add(Role.OPERATOR);
        }
        if (admins.contains(owner.toString())) {
            roles.add(Role.ADMINISTRATOR);
        }
        return roles;
    }
}
