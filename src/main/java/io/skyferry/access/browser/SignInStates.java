package io.skyferry.access.browser;

import java.time.Instant;
import java.util.Optional;

/** Where begun sign-ins wait. Every method is atomic; implementations are thread-safe. */
public interface SignInStates {

    void put(SignInState state);

    /** Finds and forgets: of several callers one gets it. */
    Optional<SignInState> take(String stateHash);

    /** Forgets those that expired before. */
    int purge(Instant now);
}
