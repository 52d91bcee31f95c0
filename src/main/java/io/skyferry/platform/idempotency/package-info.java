/**
 * The header {@code Idempotency-Key}: a client that doesn't know whether its request arrived sends it again with the
 * same key and gets the same answer, within 24 hours, on whichever server.
 *
 * <p>Decisions: a key belongs to its caller; only successes are kept, so that what failed may be tried again with the
 * same key; of the key and the request only hashes are stored. A request whose server died counts as under way for ten
 * minutes; all calls that take the header are safe to do twice anyway.
 */
package io.skyferry.platform.idempotency;
