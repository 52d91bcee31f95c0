package io.skyferry.flight;

import io.skyferry.platform.identity.Owner;
import java.util.List;
import java.util.Set;

/** Keeps what users' scans saw, so that lists show each of them that and nothing else. */
public interface Sightings {
    /** Keeps nothing. */
    Sightings NONE = new Sightings() {
        @Override
        public void sawSystems(Owner owner, Set<String> systemIds) {}

        @Override
        public void scanned(Owner owner, ScannedSystem system) {}

        @Override
        public void saw(Owner owner, List<FoundFlight> flights) {}
    };

    /** These systems and no others Tapis shows the user now: flights of others are gone for him. */
    void sawSystems(Owner owner, Set<String> systemIds);

    /** One whole system was scanned: what is neither found nor unreadable is gone for the user. */
    void scanned(Owner owner, ScannedSystem system);

    /** Single flights were looked at; nothing is known about others. */
    void saw(Owner owner, List<FoundFlight> flights);
}
