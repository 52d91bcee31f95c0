package io.skyferry.access.browser;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens, finds and ends browser sessions: eight hours without use, seven days at most. Thread-safe. */
public final class BrowserSessions {
    static final Duration IDLE = Duration.ofHours(8);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final SessionStore store;
    private final SecureRandom random;
    private final Clock clock;

    public BrowserSessions(SessionStore store, SecureRandom random, Clock clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /** @return what the browser has to keep; always a new one, so that none planted before is worth anything */
    public Secret open(Owner owner) {
        Secret id = OneTimeText.make(random);
        Instant now = clock.instant();
        store.put(new BrowserSession(OneTimeText.hash(id), owner, now, now, now.plus(LONGEST)));
        return id;
    }

    /** @return empty for a session that is over as for one that never was */
    public Optional<BrowserSession> find(Secret id) {
        if (!OneTimeText.isWellFormed(id.reveal())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<BrowserSession> alive = findOpen(OneTimeText.hash(id), now);
        alive.filter(session -> !now.isBefore(session.seenAt().plus(TOUCH)))
                .ifPresent(session -> store.touch(session.idHash(), now));
        return alive;
    }

    /** Whether a session still lasts; asking is no use of it. */
    public boolean isOpen(String idHash) {
        return findOpen(idHash, clock.instant()).isPresent();
    }

    private Optional<BrowserSession> findOpen(String idHash, Instant now) {
        return store.find(idHash)
                .filter(session -> now.isBefore(session.expiresAt())
                        && now.isBefore(session.seenAt().plus(IDLE)));
    }

    public void close(Secret id) {
        store.delete(OneTimeText.hash(id));
    }

    /** @return how many of his sessions there were */
    public int closeAll(Owner owner) {
        return store.deleteAll(owner);
    }

    /** @return how many were over */
    public int purge() {
        Instant now = clock.instant();
        return store.purge(now, now.minus(IDLE));
    }
}
