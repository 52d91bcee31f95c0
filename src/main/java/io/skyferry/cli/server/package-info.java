/**
 * Talking to a Skyferry server: where it is, as whom, and the JSON that comes back.
 *
 * <p>Decisions: a Tapis access token goes to whatever server the user named; the local key's tokens are only ever sent
 * to this very machine, because whoever receives one could act for any user while it lives. Redirects are never
 * followed. Unknown fields are ignored and missing ones read as empty, so that client and server may differ in age.
 */
package io.skyferry.cli.server;
