package io.skyferry.access.client;

import io.skyferry.platform.config.Secret;
import io.skyferry.tapis.oauth.ClientCredentials;
import java.net.URI;

/**
 * Skyferry as an OAuth2 client of one Tapis tenant.
 *
 * @param name what people call it
 * @param baseUrl the tenant's address without trailing slash
 */
public record OAuthClient(String clientId, String name, String tenantId, URI baseUrl, Secret key) {

    public ClientCredentials credentials() {
        return new ClientCredentials(baseUrl, clientId, key);
    }
}
