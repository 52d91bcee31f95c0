package io.skyferry.access.client;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The active clients, the preferred one first. Thread-safe. */
public final class OAuthClients {
    private final Supplier<List<OAuthClient>> active;

    /** @param active asked each time */
    public OAuthClients(Supplier<List<OAuthClient>> active) {
        this.active = active;
    }

    public OAuthClients(List<OAuthClient> active) {
        this(() -> active);
    }

    /** The client that the installation's settings describe; none when they have no client. */
    public static OAuthClients of(Settings.Tapis settings) {
        return new OAuthClients(settings.clientId().stream()
                .map(id -> OAuthClient.of(
                        id,
                        id,
                        settings.tenantId(),
                        settings.baseUrl(),
                        settings.clientKey().orElseThrow()))
                .toList());
    }

    public List<OAuthClient> list() {
        return active.get();
    }

    public Optional<OAuthClient> find(String clientId) {
        return list().stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    /** @throws Failure CLIENT_NOT_FOUND */
    public OAuthClient get(String clientId) {
        return find(clientId)
                .orElseThrow(() -> new Failure(ErrorCode.CLIENT_NOT_FOUND, "No active client has this id."));
    }

    /**
     * The client for somebody who named none.
     *
     * @throws Failure CLIENT_NOT_FOUND
     */
    public OAuthClient getFirst() {
        return list().stream()
                .findFirst()
                .orElseThrow(() -> new Failure(ErrorCode.CLIENT_NOT_FOUND, "No OAuth2 client is configured."));
    }
}
