package io.skyferry.tapis;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;

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
}
