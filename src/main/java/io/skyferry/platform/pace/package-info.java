/**
 * How fast we may go and when we must stop: open requests per host, waiting between attempts, the stop signal.
 *
 * <p>Decisions: the number of open requests to a host is limited over all jobs of a server, first come, first served;
 * it is halved when the host pushes back and grows by about one per round of successes. Waiting between attempts is
 * exponential with jitter, and never shorter than what the host asked for. Every wait ends at once when the work is to
 * stop. Time and chance are given from outside.
 *
 * <p>Invariant: no lock is held while waiting for a remote system.
 */
package io.skyferry.platform.pace;
