package io.skyferry.console.live;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a stream may be open.
 *
 * @param expiry the end of the token that came with the request
 * @param session the browser session that the request belongs to, by its hash
 */
record StreamPass(Optional<Instant> expiry, Optional<String> session) {}
