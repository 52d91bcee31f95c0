package io.skyferry.access.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells our own page's requests from other sites'. Browsers say so in {@code Sec-Fetch-Site}, older ones in
 * {@code Origin}; a client that sends neither has to send {@code X-Skyferry-Request}, which no form of another site can.
 *
 * @param origin our own, as browsers write it
 */
record SameSite(String origin) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    boolean allows(IncomingRequest request) {
        if (READING.contains(request.method())) {
            return true;
        }
        List<String> site = request.headers("Sec-Fetch-Site");
        if (!site.isEmpty()) {
            return site.equals(List.of("same-origin"));
        }
        List<String> origins = request.headers("Origin");
        if (!origins.isEmpty()) {
            return origins.size() == 1
                    && origins.get(0).toLowerCase(Locale.ROOT).equals(origin);
        }
        return !request.headers("X-Skyferry-Request").isEmpty();
    }
}
