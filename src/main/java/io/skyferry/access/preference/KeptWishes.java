package io.skyferry.access.preference;

import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.people.DiscoveryWishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Preferences as work in the background sees them. */
@ApplicationScoped
public class KeptWishes implements DiscoveryWishes {
    @Inject
    private PreferenceStore store;

    @Override
    public Wish of(Owner owner) {
        Preferences preferences = store.get(owner);
        return new Wish(preferences.maxProjects(), preferences.preferredSystems());
    }

    @Override
    public boolean tryStart(Owner owner, Instant now) {
        return store.startDiscovery(owner, now);
    }
}
