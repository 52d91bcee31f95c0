package io.skyferry.notice.hook;

import io.skyferry.platform.identity.Owner;
import java.util.Optional;

/** Where users' web hooks live. Every method is atomic; implementations are thread-safe. */
public interface WebhookStore {

    Optional<Webhook> find(Owner owner);

    /** Over the one that was there. */
    void put(Owner owner, Webhook hook);

    /** @return whether there was one */
    boolean delete(Owner owner);
}
