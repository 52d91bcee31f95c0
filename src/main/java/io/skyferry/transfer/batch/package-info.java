/**
 * The job {@code sync-flight}: plan, transfer, commit, report. Every step may be run again; what is left to do comes
 * from the ledger and the two remote systems, never from a checkpoint.
 */
package io.skyferry.transfer.batch;
