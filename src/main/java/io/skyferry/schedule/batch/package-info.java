/**
 * The jobs {@code discover-flights}, {@code sync-all-flights}, {@code periodic-discovery}, {@code periodic-sync} and
 * {@code purge}. Every step may run again: all they do may be done twice. A job that starts others is done when those
 * have ended, and never has more than a few under way, so that a night's sync of everybody does not fill the server.
 */
package io.skyferry.schedule.batch;
