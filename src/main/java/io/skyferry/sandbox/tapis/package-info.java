/**
 * A Tapis tenant on the loopback address: Tenants, Authenticator, Systems and Files, with the behaviour of the real
 * services, including what their published descriptions get wrong.
 *
 * <p>Decisions: one process and one port stand for the tenant's base URL; time comes from a clock that a test may move;
 * signing keys are made anew at each start. What Skyferry does not use (jobs, transfers, permissions, uploads) is not
 * here, and answers 404.
 */
package io.skyferry.sandbox.tapis;
