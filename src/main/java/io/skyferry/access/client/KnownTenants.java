package io.skyferry.access.client;

import io.skyferry.platform.config.Settings;
import java.net.URI;
import java.util.Optional;

/** The tenants whose users may come: the configured one and those of active clients. */
public final class KnownTenants {
    private final Settings.Tapis settings;
    private final OAuthClients clients;

    public KnownTenants(Settings.Tapis settings, OAuthClients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** The tenant's address without trailing slash. */
    public Optional<URI> findBaseUrl(String tenantId) {
        if (settings.tenantId().equals(tenantId)) {
            return Optional.of(settings.baseUrl());
        }
        return clients.list().stream()
                .filter(client -> client.tenantId().equals(tenantId))
                .map(OAuthClient::baseUrl)
                .findFirst();
    }
}
