/**
 * Waiting for work at the server by asking again and again, more seldom with time, and following its stream of events.
 * Invariant: waiting changes nothing
 * at the server, so giving up or being killed harms nothing. A server that does not answer for a moment (a restart) is
 * asked on for a minute before it counts as failed.
 */
package io.skyferry.cli.watch;
