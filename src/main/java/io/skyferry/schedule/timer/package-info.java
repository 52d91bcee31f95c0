/**
 * When schedules come due. A persistent EJB timer with one expiration wakes this server; the ledger's row of the
 * schedule then decides: whoever moves its next time on, starts the job and sets the next timer, anybody else does
 * nothing. A missed time runs once, however many were missed. A timer that got lost, with its server or otherwise, is
 * replaced within a minute by any server.
 */
package io.skyferry.schedule.timer;
