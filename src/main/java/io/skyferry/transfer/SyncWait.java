package io.skyferry.transfer;

import java.time.Instant;

/**
 * A side that is away, and since when.
 *
 * @param side {@code TAPIS} or {@code WEBODM}
 */
record SyncWait(String side, Instant since) {}
