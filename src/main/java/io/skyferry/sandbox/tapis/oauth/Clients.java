package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.OAuthClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The active OAuth2 clients. Thread-safe. */
final class Clients {
    private final Map<String, OAuthClient> byId = new ConcurrentHashMap<>();

    Clients(List<OAuthClient> clients) {
        clients.forEach(client -> byId.put(client.id(), client));
    }

    Optional<OAuthClient> find(String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** False when the id is taken. */
    boolean add(OAuthClient client) {
        return byId.putIfAbsent(client.id(), client) == null;
    }

    void replace(OAuthClient client) {
        byId.replace(client.id(), client);
    }

    void deactivate(String id) {
        byId.remove(id);
    }

    List<OAuthClient> listOf(String owner) {
        return byId.values().stream()
                .filter(client -> client.owner().equals(owner))
                .sorted(Comparator.comparing(OAuthClient::id))
                .toList();
    }

    /** The client with this id and key. The refusal echoes both, as the real one does. */
    OAuthClient authenticate(Credentials credentials) {
        return find(credentials.id())
                .filter(client -> client.key().equals(credentials.key()))
                .orElseThrow(() -> FlaskEnvelope.error(
                        400,
                        "Invalid client credentials: " + credentials.id() + ", " + credentials.key()
                                + ". session: <SecureCookieSession {}>"));
    }
}
