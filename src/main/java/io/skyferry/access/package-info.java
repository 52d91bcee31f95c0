/**
 * Who may use Skyferry and with which tokens it speaks to Tapis for them.
 *
 * <p>Decisions: a request proves who sent it by one of several proofs, each a small class, tried in a fixed order; the
 * application checks Tapis' tokens itself, because the key belongs to a tenant and tenants may be added while it runs.
 * Tokens and passwords are kept sealed, each bound to its row. A person's work that outlives the request uses only
 * stored tokens.
 *
 * <p>Invariants: no token is believed before its signature is; nothing that a token says makes the server fetch
 * anything; no database transaction is open while Tapis is asked; no secret reaches a log, an exception or an answer.
 */
package io.skyferry.access;
