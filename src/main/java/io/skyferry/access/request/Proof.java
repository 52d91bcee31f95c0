package io.skyferry.access.request;

import io.skyferry.platform.failure.Failure;
import java.util.Optional;

/** One way in which a request can show who sent it. Thread-safe. */
interface Proof {

    /**
     * @return empty when the request doesn't use this way
     * @throws Failure when it does, wrongly
     */
    Optional<ApiPrincipal> find(IncomingRequest request);
}
