package io.skyferry.platform.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How Skyferry acts in WebODM for a user. */
public enum WebOdmAuth {
    /** With WebODM's own secret key: mints a short token for the user, so the project is really his. */
    SIGNING_KEY,
    /** With the name and password that the user linked once. */
    LINKED,
    /** With a service account that shares each project with its user. */
    SERVICE;

    /** As settings and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In any spelling of case, with dash or underscore. */
    public static Optional<WebOdmAuth> find(String word) {
        String wanted = word.strip().replace('_', '-');
        return Arrays.stream(values())
                .filter(way -> way.word().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
