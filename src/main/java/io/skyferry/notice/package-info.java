/**
 * Notices: tells people by mail, and programs by web hooks, what became of their flights.
 *
 * <p>The source is the feed of changes. What of it is news ({@code news}), who wants it and where ({@code choice}), what
 * was told and what still has to be ({@code ledger}), and the two ways of telling ({@code mail}, {@code hook}) know
 * nothing of each other beyond that order. Here they are put together, and timers move things along; on several servers
 * the rows decide who does what.
 *
 * <p>Invariants: no notice is lost to a crash, and a crash causes at most one duplicate, under the same id. No mail but
 * the confirmation goes to an address that nobody confirmed. No secret is in a mail, a post, a log or a table.
 */
package io.skyferry.notice;
