package io.skyferry.tapis;

import io.skyferry.platform.identity.Owner;
import java.net.URI;

/**
 * One user's standing at one Tapis tenant: where it is and with which token he speaks. Thread-safe; may be used long
 * after the request that made it, the token is renewed behind it as long as that is possible.
 */
public interface TapisSession {

    Owner owner();

    /** The tenant's address without trailing slash, for example {@code https://portals.tapis.io}. */
    URI baseUrl();

    /**
     * A token that is valid now, renewed ahead of its expiry.
     *
     * @throws io.skyferry.platform.failure.Failure TOKEN_EXPIRED when it can't be renewed any more
     */
    String token();

    /**
     * A token other than the one that Tapis has just rejected. One renewal serves all threads that ask at one time.
     *
     * @throws io.skyferry.platform.failure.Failure TOKEN_EXPIRED when it can't be renewed
     */
    String tokenInsteadOf(String rejected);
}
