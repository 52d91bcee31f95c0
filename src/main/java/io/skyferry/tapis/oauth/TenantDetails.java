package io.skyferry.tapis.oauth;

import java.security.PublicKey;

/**
 * How a tenant's tokens are recognised.
 *
 * @param issuer the tenant's token service: the {@code iss} claim of its tokens
 * @param publicKey verifies their signatures
 */
public record TenantDetails(String tenantId, String issuer, PublicKey publicKey) {}
