/**
 * HTTP for bodies of many megabytes, on {@code java.net.http}: watched while they move, aborted at once.
 *
 * <p>Decisions: an exchange is given up when nothing has moved for a while, never because it takes long in all. The
 * calling thread is the watch; the client's executor does the work. Redirects are never followed, because requests
 * carry tokens; cookies are neither sent nor kept. What a remote says in an error is shown only as a short, clean
 * excerpt.
 *
 * <p>Tapis' proxy closes idle connections after 5 seconds, so a pooled connection may be dead: run the JVM with
 * {@code -Djdk.httpclient.keepalive.timeout=4}; what still happens is a failed attempt, and is retried.
 */
package io.skyferry.transfer.wire;
