package io.skyferry.access.client;

import io.skyferry.platform.config.Secret;
import io.skyferry.tapis.oauth.ClientCredentials;
import java.net.URI;
import java.util.Optional;

/**
 * Skyferry as an OAuth2 client of one Tapis tenant.
 *
 * @param name what people call it
 * @param baseUrl the tenant's address without trailing slash
 * @param authorizationUrl where browsers go to sign in
 * @param tokenUrl where tokens are given
 * @param callbackUrl as registered at the tenant; empty: this server's own
 */
public record OAuthClient(
        String clientId,
        String name,
        String tenantId,
        URI baseUrl,
        URI authorizationUrl,
        URI tokenUrl,
        Optional<URI> callbackUrl,
        Secret key) {

    /** With the tenant's usual addresses. */
    public static OAuthClient of(String clientId, String name, String tenantId, URI baseUrl, Secret key) {
        return new OAuthClient(
                clientId,
                name,
                tenantId,
                baseUrl,
                URI.create(baseUrl + "/v3/oauth2/authorize"),
                ClientCredentials.usualTokenUrl(baseUrl),
                Optional.empty(),
                key);
    }

    public ClientCredentials credentials() {
        return new ClientCredentials(tokenUrl, clientId, key);
    }
}
