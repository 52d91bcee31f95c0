package io.skyferry.access.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a proof may look at. */
interface IncomingRequest {

    String method();

    /** Every value of a header, in order; empty when it is absent. */
    List<String> headers(String name);

    /** A cookie's value; empty when it is absent, or there twice, as others may read the other one. */
    default Optional<String> cookie(String name) {
        List<String> values = headers("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The address at the other end of the connection, as digits. */
    String remoteAddress();
}
