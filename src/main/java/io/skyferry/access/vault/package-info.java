/**
 * Keeps tokens and passwords: sealed in the ledger, each value bound to its table, column, owner and client, so that a
 * row changed or swapped behind our back is refused.
 *
 * <p>Every write is a transaction of its own, whatever the caller has open: a token that Tapis gave must not be lost to
 * a rollback elsewhere. Without the key that sealed the rows the application does not start.
 */
package io.skyferry.access.vault;
