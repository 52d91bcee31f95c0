package io.skyferry.access.browser;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;

/**
 * Somebody who is signed in with a browser.
 *
 * @param seenAt the last use, give or take a minute
 * @param expiresAt the end, however busy he is
 */
public record BrowserSession(String idHash, Owner owner, Instant createdAt, Instant seenAt, Instant expiresAt) {}
