package io.skyferry.access.client;

import io.skyferry.platform.config.Secret;
import io.skyferry.tapis.oauth.ClientCredentials;
import java.net.URI;
import java.util.Optional;

/**
 * A client as administrators keep it.
 *
 * @param baseUrl the tenant's address without trailing slash
 * @param authorizationUrl empty: derived from the tenant's address
 * @param tokenUrl empty: derived from the tenant's address
 * @param callbackUrl empty: this server's own
 */
public record ClientEntry(
        String clientId,
        String name,
        String description,
        String tenantId,
        URI baseUrl,
        Optional<URI> authorizationUrl,
        Optional<URI> tokenUrl,
        Optional<URI> callbackUrl,
        boolean active,
        Secret key) {

    public OAuthClient client() {
        return new OAuthClient(
                clientId,
                name,
                tenantId,
                baseUrl,
                authorizationUrl.orElseGet(() -> URI.create(baseUrl + "/v3/oauth2/authorize")),
                tokenUrl.orElseGet(() -> ClientCredentials.usualTokenUrl(baseUrl)),
                callbackUrl,
                key);
    }

    public ClientEntry deactivated() {
        return new ClientEntry(
                clientId, name, description, tenantId, baseUrl, authorizationUrl, tokenUrl, callbackUrl, false, key);
    }
}
