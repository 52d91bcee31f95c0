package io.skyferry.access.client;

import io.skyferry.platform.rest.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Addresses that administrators enter and the server then calls. Only TLS, whose certificate has to fit the name, so
 * that neither an internal service nor a name that changes its address is ever spoken to. Where the installation's own
 * Tapis is on the loopback, for trials, others may be there too.
 *
 * @param loopback whether plain http to the loopback is allowed
 */
public record TenantAddress(boolean loopback) {
    private static final int LONGEST = 300;

    /** Loopback is allowed where the configured tenant is there. */
    public static TenantAddress besides(URI configured) {
        return new TenantAddress(isLoopback(configured));
    }

    /** @return without trailing slash; empty for an absent or blank text */
    public Optional<URI> find(String field, String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).map(value -> get(field, value));
    }

    /** @return without trailing slash */
    public URI get(String field, String text) {
        String value = Fields.text(field, text, LONGEST).strip().replaceAll("/+$", "");
        return parsed(field, value);
    }

    /** As it is: a callback has to be the same letter for letter. */
    public Optional<URI> findExact(String field, String text) {
        return Optional.ofNullable(text)
                .filter(value -> !value.isBlank())
                .map(value -> parsed(field, Fields.text(field, value, LONGEST)));
    }

    private URI parsed(String field, String value) {
        try {
            URI address = new URI(value);
            boolean plain = address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getHost() != null;
            if (plain && isAllowed(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // falls through to the one message
        }
        throw Fields.invalid(field, "must be an https address with a host name, without user, query and fragment");
    }

    private boolean isAllowed(URI address) {
        boolean named = !address.getHost().matches("\\[.*]|[0-9.]+|0[xX].*");
        return "https".equalsIgnoreCase(address.getScheme()) && named && !isLoopback(address)
                || loopback && isLoopback(address) && address.getScheme().matches("https?");
    }

    private static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host != null && (host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }
}
