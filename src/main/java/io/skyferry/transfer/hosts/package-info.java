/**
 * How hard this server works its hosts, shown to operators, and the bandwidth budget that they may change at run time.
 *
 * <p>Decisions: limits, queues and errors are each server's own and live in memory. The budget is one row in the ledger
 * for all servers, which look at it every few seconds; each server keeps to it by itself, so that n servers together may
 * move n times as much. Without a row the setting holds.
 */
package io.skyferry.transfer.hosts;
