package io.skyferry.access.preference;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;

/** Where preferences live. Every method is atomic; implementations are thread-safe. */
public interface PreferenceStore {

    /** His own, or the presets. */
    Preferences get(Owner owner);

    /** The time of the last discovery stays as it is stored. */
    Preferences put(Owner owner, Preferences preferences);

    /**
     * Claims the discovery that follows a sign-in: of several servers and sign-ins at a time one gets it.
     *
     * @return whether it may start now; then the cool-down begins
     */
    boolean startDiscovery(Owner owner, Instant now);
}
