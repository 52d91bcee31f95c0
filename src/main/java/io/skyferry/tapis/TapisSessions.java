package io.skyferry.tapis;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Optional;

/** Finds the session with which somebody speaks to Tapis. Implemented by {@code access}, which keeps the tokens. */
public interface TapisSessions {

    /**
     * For work that ends with the request: the stored token when there is one, else the one that came along.
     *
     * @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when there is neither
     */
    TapisSession forCaller(Caller caller);

    /**
     * For work that runs later: only a stored token will do.
     *
     * @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when the owner has not signed in
     */
    TapisSession forOwner(Owner owner);

    /**
     * With the stored token of this OAuth2 client and of no other.
     *
     * @throws io.skyferry.platform.failure.Failure CLIENT_NOT_FOUND when no active client has this id; NO_TAPIS_TOKEN when
     *     the owner has not signed in with it
     */
    TapisSession forOwner(Owner owner, String clientId);

    /** When the owner last signed in, or renewed his token himself; empty while no stored token of his can be used. */
    Optional<Instant> findSignIn(Owner owner);
}
