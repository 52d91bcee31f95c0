package io.skyferry.sandbox.webodm.world;

import java.util.Locale;
import java.util.Optional;

/** What a user may do with a project and with its tasks. Declared in the order in which the real server lists them. */
public enum Permission {
    ADD,
    CHANGE,
    DELETE,
    VIEW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> find(String word) {
        for (Permission permission : values()) {
            if (permission.word().equals(word)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }
}
