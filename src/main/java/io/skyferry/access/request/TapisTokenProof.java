package io.skyferry.access.request;

import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.access.token.VerifiedToken;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import java.util.Optional;

/** A Tapis access token, as {@code Authorization: Bearer} or in the header that Tapis' own services take. */
final class TapisTokenProof implements Proof {
    private final TapisTokenVerifier verifier;
    private final Roles roles;

    TapisTokenProof(TapisTokenVerifier verifier, Roles roles) {
        this.verifier = verifier;
        this.roles = roles;
    }

    @Override
    public Optional<ApiPrincipal> find(IncomingRequest request) {
        return token(request).map(token -> {
            VerifiedToken verified = verifier.verify(token);
            Caller caller = new Caller(verified.owner(), roles.of(verified.owner()), Optional.of(token));
            return new ApiPrincipal(caller, verified.claims());
        });
    }

    private static Optional<Secret> token(IncomingRequest request) {
        Optional<Secret> bearer = AuthorizationHeader.find(request, "Bearer");
        Optional<Secret> own = AuthorizationHeader.single(request, "X-Tapis-Token")
                .map(String::strip)
                .map(Secret::new);
        if (bearer.isPresent()
                && own.isPresent()
                && !bearer.get().reveal().equals(own.get().reveal())) {
            throw new Failure(ErrorCode.INVALID_TOKEN, "The request carries two different tokens.");
        }
        return bearer.or(() -> own);
    }
}
