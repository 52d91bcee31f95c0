package io.skyferry.notice.choice;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where choices live. Every method is atomic; implementations are thread-safe. */
public interface ChoiceStore {

    /** His own, or the presets. */
    Choice get(Owner owner);

    /** @return what it is now */
    Choice change(Owner owner, UnaryOperator<Choice> change);

    /** The key of his links; empty when he never chose anything. */
    Optional<Secret> findLinkKey(Owner owner);
}
