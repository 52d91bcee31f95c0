package io.skyferry.access;

import io.skyferry.access.token.LocalTokenVerifier;
import io.skyferry.access.vault.Vault;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Opens the vault and leaves the command line's key at start. The start ends here when the stored secrets can't be
 * opened: finding that out later would look like everybody's sign-out.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class AccessStart {
    private static final Logger LOG = Logger.getLogger(AccessStart.class.getName());

    @Inject
    private Instance<Vault> vault;

    @Inject
    private Instance<LocalTokenVerifier> localTokens;

    @PostConstruct
    void start() {
        try {
            String keyId = vault.get().keyId();
            LOG.info(() -> "Stored secrets are sealed with key " + keyId);
        } catch (IllegalStateException e) {
            LOG.severe(e.getMessage());
            throw e;
        }
        localTokens.get();
    }
}
