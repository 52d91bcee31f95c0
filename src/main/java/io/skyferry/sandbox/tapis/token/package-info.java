/**
 * Tapis' tokens: made, read, refused, revoked.
 *
 * <p>Facts behind it: tokens are RS256 without key id, issue time or audience; the Java services take them only from
 * {@code X-Tapis-Token}, decode them unverified first (so that expiry is told before a bad signature), allow no clock
 * skew, and refuse {@code X-Tapis-Tenant} and {@code X-Tapis-User} beside a user's token. A revoked token is refused by
 * the proxy in front of all services, with status 500.
 *
 * <p>Invariant: no token appears in an exception's text.
 */
package io.skyferry.sandbox.tapis.token;
