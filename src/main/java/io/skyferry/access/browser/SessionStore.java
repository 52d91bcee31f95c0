package io.skyferry.access.browser;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Optional;

/** Where browser sessions live. Every method is atomic; implementations are thread-safe. */
public interface SessionStore {

    void put(BrowserSession session);

    Optional<BrowserSession> find(String idHash);

    void touch(String idHash, Instant now);

    void delete(String idHash);

    /** @return how many there were */
    int deleteAll(Owner owner);

    /** Deletes those that ended, or were last seen, before these times. */
    int purge(Instant endedBefore, Instant seenBefore);
}
