package io.skyferry.access.token;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Map;

/**
 * What a token says, after every check.
 *
 * @param claims by name; safe to hand to the application
 */
public record VerifiedToken(Owner owner, Instant expiry, Map<String, Object> claims) {}
