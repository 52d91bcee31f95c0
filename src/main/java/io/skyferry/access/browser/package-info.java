/**
 * Signing in with a browser, and staying signed in.
 *
 * <p>Decisions: whatever a browser keeps is a random value of which the ledger holds the hash alone, so that a copy of
 * the tables opens no session; states and sessions live in the ledger, so that any server behind a proxy can go on with
 * them. The proof key of PKCE is made from the browser's value and the state, hence stored nowhere.
 *
 * <p>Invariants: a state works once, for ten minutes, in the browser that began; after a sign-in people get to paths of
 * our own only; a session ends by itself, used or not.
 */
package io.skyferry.access.browser;
