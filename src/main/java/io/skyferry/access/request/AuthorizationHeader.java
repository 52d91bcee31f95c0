package io.skyferry.access.request;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.util.List;
import java.util.Optional;

/** Reads credentials out of headers; a header that comes twice is no credential, as others may read the other one. */
final class AuthorizationHeader {
    private AuthorizationHeader() {}

    /** The credential after a scheme, which is compared without regard to case. */
    static Optional<Secret> find(IncomingRequest request, String scheme) {
        return single(request, "Authorization")
                .map(String::strip)
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()))
                .filter(rest -> rest.isEmpty() || Character.isWhitespace(rest.charAt(0)))
                .map(rest -> new Secret(rest.strip()));
    }

    static Optional<String> single(IncomingRequest request, String name) {
        List<String> values = request.headers(name);
        if (values.size() > 1) {
            throw new Failure(ErrorCode.INVALID_TOKEN, "The header " + name + " comes more than once.");
        }
        return values.stream().findFirst();
    }
}
