package io.skyferry.platform.config;

import java.util.Objects;

/** A secret value that prints as stars, so that no log or exception can show it by accident. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The secret itself. Never log it, never put it into an exception. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
