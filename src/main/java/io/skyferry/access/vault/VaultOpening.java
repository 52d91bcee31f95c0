package io.skyferry.access.vault;

import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Opens the vault when somebody first needs it; at start, the feature does. */
@ApplicationScoped
public class VaultOpening {

    @Produces
    @Singleton
    Vault vault(Settings settings, SealedRows rows) {
        return Vault.unlock(settings.server().secretKeyFile(), rows.listKeyIds(), new SecureRandom());
    }

    @Produces
    @Singleton
    KeyRotation rotation(Vault vault, SealedRows rows, Clock clock) {
        return new KeyRotation(vault, rows, clock);
    }
}
