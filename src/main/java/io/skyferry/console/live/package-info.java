/**
 * What happens, told to whoever listens: server-sent events from the feed of changes.
 *
 * <p>An event's id is the change's place in the feed, the same on all servers, so a client that lost its stream goes on
 * where it was, at any of them. One poller a server reads the feed for all streams; a stream reads by itself only until
 * it has caught up. A client that takes its events too slowly is cut off, and comes back with the id that it had. A
 * stream ends when the request that opened it would not be let in any more.
 */
package io.skyferry.console.live;
