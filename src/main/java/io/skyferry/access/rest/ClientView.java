package io.skyferry.access.rest;

import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.OAuthClient;
import java.net.URI;

/**
 * An OAuth2 client for administrators: everything but its key.
 *
 * @param authorizationUrl what is in force, derived or not
 * @param callbackUrl absent: this server's own
 * @param source {@code settings} (read-only) or {@code ledger}
 */
public record ClientView(
        String clientId,
        String name,
        String description,
        String tenantId,
        String baseUrl,
        String authorizationUrl,
        String tokenUrl,
        String callbackUrl,
        boolean isActive,
        String source) {

    static ClientView of(OAuthClient configured) {
        return of(configured, "", true, "settings");
    }

    static ClientView of(ClientEntry kept) {
        return of(kept.client(), kept.description(), kept.active(), "ledger");
    }

    private static ClientView of(OAuthClient client, String description, boolean active, String source) {
        return new ClientView(
                client.clientId(),
                client.name(),
                description,
                client.tenantId(),
                client.baseUrl().toString(),
                client.authorizationUrl().toString(),
                client.tokenUrl().toString(),
                client.callbackUrl().map(URI::toString).orElse(null),
                active,
                source);
    }
}
