/**
 * What a sync does while it runs: counters that cost nothing, rates over the last seconds, and which side is the slow
 * one. Plain Java; the ledger's copy for other servers is {@code transfer}'s.
 */
package io.skyferry.transfer.watch;
