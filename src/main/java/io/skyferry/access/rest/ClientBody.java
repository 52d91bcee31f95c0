package io.skyferry.access.rest;

import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.TenantAddress;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.rest.Fields;
import java.net.URI;
import java.util.Optional;

/**
 * A client as it comes in. In a change, what is absent stays as it is; an empty address becomes the derived one again.
 *
 * @param clientKey never given back
 */
public record ClientBody(
        String clientId,
        String clientKey,
        String name,
        String description,
        String tenantId,
        String baseUrl,
        String authorizationUrl,
        String tokenUrl,
        String callbackUrl,
        Boolean isActive) {

    /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST, which names the field */
    ClientEntry created(TenantAddress addresses) {
        String id = word("client_id", clientId);
        return new ClientEntry(
                id,
                name == null ? id : text("name", name, 80),
                description == null ? "" : text("description", description, 300),
                word("tenant_id", tenantId),
                addresses.get("base_url", baseUrl),
                addresses.find("authorization_url", authorizationUrl),
                addresses.find("token_url", tokenUrl),
                addresses.findExact("callback_url", callbackUrl),
                isActive == null || isActive,
                new Secret(text("client_key", clientKey, 500)));
    }

    /**
     * The key goes to another address only together with a new key: otherwise a changed address would be a way to get
     * hold of the old one.
     */
    ClientEntry changed(ClientEntry before, TenantAddress addresses) {
        ClientEntry after = new ClientEntry(
                before.clientId(),
                name == null ? before.name() : text("name", name, 80),
                description == null ? before.description() : text("description", description, 300),
                tenantId == null ? before.tenantId() : word("tenant_id", tenantId),
                baseUrl == null ? before.baseUrl() : addresses.get("base_url", baseUrl),
                kept(
                        authorizationUrl,
                        before.authorizationUrl(),
                        addresses.find("authorization_url", authorizationUrl)),
                kept(tokenUrl, before.tokenUrl(), addresses.find("token_url", tokenUrl)),
                kept(callbackUrl, before.callbackUrl(), addresses.findExact("callback_url", callbackUrl)),
                isActive == null ? before.active() : isActive,
                clientKey == null ? before.key() : new Secret(text("client_key", clientKey, 500)));
        if (clientKey == null
                && !after.client().tokenUrl().equals(before.client().tokenUrl())) {
            throw Fields.invalid("client_key", "is missing; it is needed when the tenant's address changes");
        }
        return after;
    }

    private static Optional<URI> kept(String given, Optional<URI> before, Optional<URI> after) {
        return given == null ? before : after;
    }

    private static String text(String field, String value, int longest) {
        return new NamedText(field, value).required(longest);
    }

    private static String word(String field, String value) {
        String word = text(field, value, 80);
        if (!word.matches("[A-Za-z0-9._~-]+")) {
            throw Fields.invalid(field, "may have letters, digits and . _ ~ - only");
        }
        return word;
    }

    @Override
    public String toString() {
        return "ClientBody[" + clientId + "]";
    }
}
