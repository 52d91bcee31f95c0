package io.skyferry.access.preference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user's preferences. Immutable.
 *
 * @param maxProjects most projects that one discovery makes, at least 1
 * @param cooldownHours least hours between two discoveries after sign-ins, at least 0
 * @param preferredSystems ids; empty: all
 * @param lastAutoDiscovery when a discovery last started because of a sign-in
 */
public record Preferences(
        boolean autoDiscover,
        int maxProjects,
        int cooldownHours,
        boolean notifyComplete,
        boolean notifyErrors,
        List<String> preferredSystems,
        Optional<Instant> lastAutoDiscovery) {

    public static final Preferences PRESET = new Preferences(true, 50, 24, true, true, List.of(), Optional.empty());

    /** Whether a sign-in now would start a discovery. */
    public boolean canRunDiscoveryAt(Instant now) {
        return autoDiscover
                && lastAutoDiscovery
                        .map(last -> !now.isBefore(last.plus(Duration.ofHours(cooldownHours))))
                        .orElse(true);
    }
}
