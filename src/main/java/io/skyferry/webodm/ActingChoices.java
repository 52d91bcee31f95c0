package io.skyferry.webodm;

import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.identity.Owner;
import java.util.Optional;

/** How users want us to act in WebODM for them. Implemented by {@code access}. */
public interface ActingChoices {

    /** Empty for whoever leaves it to the installation. */
    Optional<WebOdmAuth> find(Owner owner);
}
