package io.skyferry.sandbox.tapis.world;

import java.util.List;
import java.util.Optional;

/** Users, clients and systems of one tenant, in the order of {@code world.json}. */
public record World(
        String tenant, String site, List<TapisUser> users, List<OAuthClient> clients, List<StorageSystem> systems) {

    public Optional<TapisUser> findUser(String username) {
        return users.stream().filter(user -> user.username().equals(username)).findFirst();
    }

    public Optional<StorageSystem> findSystem(String id) {
        return systems.stream().filter(system -> system.id().equals(id)).findFirst();
    }
}
