/**
 * Terminals on which somebody logged in: what lets a command line get fresh access tokens after its own has expired.
 *
 * <p>Decision: a random value that only the terminal keeps, used for nothing else; the ledger has its hash. The refresh
 * token of Tapis never leaves the server. A login ends 30 days after its last use, with a sign-out everywhere, and with
 * the stored token that it leads to.
 */
package io.skyferry.access.terminal;
