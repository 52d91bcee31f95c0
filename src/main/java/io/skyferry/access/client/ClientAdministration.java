package io.skyferry.access.client;

import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What administrators do with OAuth2 clients. A client from the settings can be seen, but not changed here. Thread-safe.
 */
public final class ClientAdministration {
    private final ClientDirectory directory;
    private final ClientStore store;

    public ClientAdministration(ClientDirectory directory, ClientStore store) {
        this.directory = directory;
        this.store = store;
    }

    public List<OAuthClient> listConfigured() {
        return directory.configured();
    }

    /** Active or not. */
    public List<ClientEntry> list() {
        return store.list();
    }

    public Optional<OAuthClient> findConfigured(String clientId) {
        return directory.configured().stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    /** @throws Failure CLIENT_NOT_FOUND */
    public ClientEntry get(String clientId) {
        return store.find(clientId)
                .orElseThrow(() -> new Failure(ErrorCode.CLIENT_NOT_FOUND, "No client has this id."));
    }

    /** @throws Failure CLIENT_NOT_FOUND; CONFLICT for a client from the settings */
    public ClientEntry getChangeable(String clientId) {
        checkChangeable(clientId);
        return get(clientId);
    }

    /** @throws Failure CONFLICT when the id is taken or the tenant is known by another address */
    public void create(ClientEntry client) {
        checkChangeable(client.clientId());
        checkTenant(client);
        if (!InsertRace.run(() -> store.add(client))) {
            throw new Failure(ErrorCode.CONFLICT, "A client with this id is there already.");
        }
        directory.lookAgain();
    }

    /** @throws Failure CLIENT_NOT_FOUND; CONFLICT as {@link #create} */
    public void change(ClientEntry client) {
        getChangeable(client.clientId());
        checkTenant(client);
        store.replace(client);
        directory.lookAgain();
    }

    /**
     * Nobody signs in with it any more and stored tokens of it rest; both go on when it is made active again.
     *
     * @throws Failure CLIENT_NOT_FOUND; CONFLICT for a client from the settings
     */
    public ClientEntry deactivate(String clientId) {
        ClientEntry inactive = getChangeable(clientId).deactivated();
        store.replace(inactive);
        directory.lookAgain();
        return inactive;
    }

    private void checkChangeable(String clientId) {
        if (findConfigured(clientId).isPresent()) {
            throw new Failure(ErrorCode.CONFLICT, "This client comes from the server's settings; change it there.");
        }
    }

    /** Two addresses for one tenant would mean two keys for one name. */
    private void checkTenant(ClientEntry client) {
        boolean otherwise = Stream.concat(
                        directory.configured().stream(), store.list().stream().map(ClientEntry::client))
                .filter(other -> !other.clientId().equals(client.clientId()))
                .anyMatch(other -> other.tenantId().equals(client.tenantId())
                        && !other.baseUrl().equals(client.baseUrl()));
        if (otherwise) {
            throw new Failure(ErrorCode.CONFLICT, "Another client has this tenant at another 'base_url'.");
        }
    }
}
