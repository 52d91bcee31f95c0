package io.skyferry.sandbox.http;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One request that the server saw.
 *
 * @param path the raw path
 * @param query the raw query without secrets, empty when there was none
 * @param headerNames names of the request's headers in lower case; values are never kept
 * @param status what was answered; 0 while none was, or when the connection was cut before
 * @param received bytes of the request's body that were read
 * @param sent bytes of the answer's body that were written
 * @param ended empty while the request is open
 */
public record LoggedRequest(
        String method,
        String path,
        String query,
        Set<String> headerNames,
        int status,
        long received,
        long sent,
        Instant started,
        Optional<Instant> ended) {}
