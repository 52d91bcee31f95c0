/**
 * The HTTP kernel of the sandbox: what the pretended services share. It listens on the loopback address only, answers
 * every request on its own thread, and breaks answers on demand.
 *
 * <p>Decisions: routing works on the raw path, so that {@code %2F} inside a path is told from a separator; a body's
 * length is announced only when the answer says so, because the real services often don't; a connection is broken by
 * closing it before the promised end, the closest that the JDK's server allows to a reset.
 *
 * <p>Invariants: the request log never holds a header's value or a secret query parameter; paths under
 * {@code /sandbox/} are never logged, slowed or broken.
 */
package io.skyferry.sandbox.http;
