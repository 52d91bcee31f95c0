package io.skyferry.access.preference;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.Fields;
import java.util.List;
import java.util.Optional;

/** Preferences as they come in; what is absent stays as it is. */
public record PreferenceBody(
        Boolean autoDiscoverOnLogin,
        Integer maxProjectsPerDiscovery,
        Integer discoveryCooldownHours,
        Boolean notifyOnDiscoveryComplete,
        Boolean notifyOnDiscoveryErrors,
        List<String> preferredSystems) {
    private static final int MOST_SYSTEMS = 100;

    /** @throws Failure INVALID_REQUEST, which names the field */
    Preferences over(Preferences before) {
        return new Preferences(
                or(autoDiscoverOnLogin, before.autoDiscover()),
                number("max_projects_per_discovery", or(maxProjectsPerDiscovery, before.maxProjects()), 1, 10_000),
                number("discovery_cooldown_hours", or(discoveryCooldownHours, before.cooldownHours()), 0, 8760),
                or(notifyOnDiscoveryComplete, before.notifyComplete()),
                or(notifyOnDiscoveryErrors, before.notifyErrors()),
                systems(or(preferredSystems, before.preferredSystems())),
                before.lastAutoDiscovery());
    }

    private static <T> T or(T given, T before) {
        return Optional.ofNullable(given).orElse(before);
    }

    private static int number(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Fields.invalid(field, "must be from " + least + " to " + most);
        }
        return value;
    }

    private static List<String> systems(List<String> given) {
        if (given.size() > MOST_SYSTEMS) {
            throw Fields.invalid("preferred_systems", "has more than " + MOST_SYSTEMS + " systems");
        }
        for (String system : given) {
            if (system == null || !system.matches("ptdatax\\.project\\.[A-Za-z0-9._~-]{1,64}")) {
                throw Fields.invalid("preferred_systems", "must hold ids like ptdatax.project.NAME");
            }
        }
        return given.stream().distinct().toList();
    }
}
