package io.skyferry.notice.hook;

import io.skyferry.platform.config.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * Where a user's notices are posted. Immutable.
 *
 * @param secret with the prefix {@code whsec_}
 */
public record Webhook(URI url, Secret secret, Instant createdAt) {}
