package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an OAuth2 client proves itself with.
 *
 * @param tokenUrl where the tenant gives tokens
 */
public record ClientCredentials(URI tokenUrl, String clientId, Secret clientKey) {

    /** Where tenants give tokens unless they say otherwise. Their own metadata names a path that is not there. */
    public static URI usualTokenUrl(URI baseUrl) {
        return URI.create(baseUrl + "/v3/oauth2/tokens");
    }

    /** The value of an {@code Authorization} header. */
    String basic() {
        byte[] both = (clientId + ":" + clientKey.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
