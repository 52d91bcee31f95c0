package io.skyferry.tapis.oauth;

import io.skyferry.platform.config.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens fresh from Tapis.
 *
 * @param refreshToken absent when the tenant or the grant gives none
 * @param refreshExpiry present when there is a refresh token
 * @param issuedAt when we asked for them, by our own clock; the expiries count from there
 */
public record IssuedTokens(
        Secret accessToken,
        Instant accessExpiry,
        Optional<Secret> refreshToken,
        Optional<Instant> refreshExpiry,
        Instant issuedAt) {}
