/**
 * Tests inside the real server, for what only makes sense there: transactions, injected persistence and the claims that
 * both guard. Runs on both databases; the WAR is the one that is delivered, with the tests added.
 */
package io.skyferry.inside;
