package io.skyferry.platform.people;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.List;

/** What users want discoveries to be that nobody asked for at that moment. Thread-safe. */
public interface DiscoveryWishes {

    /**
     * @param mostProjects most projects that one discovery makes
     * @param systems the only systems to look at; empty: all
     */
    record Wish(int mostProjects, List<String> systems) {}

    Wish of(Owner owner);

    /**
     * Claims a discovery that starts by itself: of several servers and occasions at a time one gets it.
     *
     * @return whether it may start now, by the owner's preferences and his cool-down; then the cool-down begins
     */
    boolean tryStart(Owner owner, Instant now);
}
