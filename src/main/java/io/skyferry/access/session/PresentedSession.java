package io.skyferry.access.session;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import java.net.URI;

/** Speaks with the token that came with a request; it can't be renewed. */
record PresentedSession(Owner owner, URI baseUrl, Secret presented) implements TapisSession {

    @Override
    public String token() {
        return presented.reveal();
    }

    @Override
    public String tokenInsteadOf(String rejected) {
        throw new Failure(ErrorCode.TOKEN_EXPIRED, "Tapis doesn't accept the token that came with the request.");
    }
}
