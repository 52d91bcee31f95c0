package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an OAuth2 client proves itself with.
 *
 * @param baseUrl the tenant's address without trailing slash
 */
public record ClientCredentials(URI baseUrl, String clientId, Secret clientKey) {

    /** The value of an {@code Authorization} header. */
    String basic() {
        byte[] both = (clientId + ":" + clientKey.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
