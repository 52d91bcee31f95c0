/** Measures the transfer against other tools, on one machine and in one run; started by {@code scripts/bench}. */
package io.skyferry.bench;
