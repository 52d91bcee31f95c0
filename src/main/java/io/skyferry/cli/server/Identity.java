package io.skyferry.cli.server;

import java.util.Optional;

/** As whom a request is sent. */
public interface Identity {
    /** Sends nothing: for the sign-in itself. */
    Identity NOBODY = Optional::empty;

    /** The value of the Authorization header for one request that is sent now. A secret. */
    Optional<String> authorization();

    /** Whether the request itself carries a Tapis access token, so that the server need not keep one. */
    default boolean isTapisToken() {
        return false;
    }
}
