package io.skyferry.access.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The active clients: the one from the settings, then those of the ledger, the oldest first. What another server
 * changed is seen within seconds. Thread-safe.
 */
public final class ClientDirectory implements Supplier<List<OAuthClient>> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private record Seen(List<OAuthClient> active, Instant at) {}

    private final List<OAuthClient> configured;
    private final ClientStore store;
    private final Clock clock;
    private volatile Seen last;

    public ClientDirectory(List<OAuthClient> configured, ClientStore store, Clock clock) {
        this.configured = List.copyOf(configured);
        this.store = store;
        this.clock = clock;
    }

    /** The ones that come from the settings and can't be changed here. */
    public List<OAuthClient> configured() {
        return configured;
    }

    @Override
    public List<OAuthClient> get() {
        Seen seen = last;
        Instant now = clock.instant();
        if (seen == null || !now.isBefore(seen.at().plus(LOOK_AGAIN))) {
            seen = new Seen(active(), now);
            last = seen;
        }
        return seen.active();
    }

    private List<OAuthClient> active() {
        List<OAuthClient> active = new ArrayList<>(configured);
        store.list().stream()
                .filter(ClientEntry::active)
                .map(ClientEntry::client)
                .forEach(active::add);
        return List.copyOf(active);
    }

    /** After a change on this server. */
    void lookAgain() {
        last = null;
    }
}
