/** What people who follow and steer work see: job executions with the ledger's counts. Operators see everybody's. */
package io.skyferry.console;
