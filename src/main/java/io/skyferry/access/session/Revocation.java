package io.skyferry.access.session;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.util.logging.Logger;

/** Revokes tokens at Tapis as well as it can: our own copy is gone already, so a failure changes nothing here. */
record Revocation(TapisTokens tapis) {
    private static final Logger LOG = Logger.getLogger(Revocation.class.getName());

    void revoke(URI baseUrl, IssuedTokens tokens) {
        tokens.refreshToken().ifPresent(token -> revoke(baseUrl, token));
        revoke(baseUrl, tokens.accessToken());
    }

    void revoke(URI baseUrl, Secret token) {
        try {
            tapis.revoke(baseUrl, token);
        } catch (Failure e) {
            LOG.warning(() -> "A token could not be revoked at Tapis: " + e.getMessage());
        }
    }
}
