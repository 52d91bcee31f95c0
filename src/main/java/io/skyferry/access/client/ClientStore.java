package io.skyferry.access.client;

import java.util.List;
import java.util.Optional;

/** Where administrators' clients live. Every method is atomic; implementations are thread-safe. */
public interface ClientStore {

    /** All, the oldest first. */
    List<ClientEntry> list();

    Optional<ClientEntry> find(String clientId);

    /** @return whether the id was free */
    boolean add(ClientEntry client);

    void replace(ClientEntry client);
}
