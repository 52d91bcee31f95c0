package io.skyferry.access.request;

import io.skyferry.access.token.LocalTokenVerifier;
import io.skyferry.access.token.VerifiedToken;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Authorization: Skyferry-Local}: the command line on the server's own host acts as any owner. Only straight
 * over the loopback: a request that a proxy passed on comes from somewhere else.
 */
final class LocalProof implements Proof {
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final LocalTokenVerifier verifier;

    LocalProof(LocalTokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Optional<ApiPrincipal> find(IncomingRequest request) {
        return AuthorizationHeader.find(request, "Skyferry-Local").map(token -> {
            if (!isLoopback(request.remoteAddress()) || cameThroughProxy(request)) {
                throw new Failure(ErrorCode.INVALID_TOKEN, "This token counts on the server's own host only.");
            }
            return principal(token);
        });
    }

    private ApiPrincipal principal(Secret token) {
        VerifiedToken verified = verifier.verify(token);
        Set<Role> roles = Set.of(Role.USER, Role.ADMINISTRATOR);
        return new ApiPrincipal(new Caller(verified.owner(), roles, Optional.empty()), verified.claims());
    }

    private static boolean cameThroughProxy(IncomingRequest request) {
        return PROXY_HEADERS.stream().anyMatch(name -> !request.headers(name).isEmpty());
    }

    private static boolean isLoopback(String address) {
        try {
            // digits only, so that no name is ever looked up
            return address.matches("[0-9a-fA-F.:]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
