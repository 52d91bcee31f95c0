/**
 * The ledger of notices: one row for each thing to be told and each way of telling it, and one for each mail.
 *
 * <p>Nothing is lost and little comes twice: notices are written in the same transaction that moves the cursor of the
 * feed on. An attempt is booked, with the time of the next one, before it is made; the booking is also the lock, so of
 * several servers one makes it. A server that dies during an attempt leaves a row that is due again later. What it sent
 * just before is then sent once more, under the same id.
 */
package io.skyferry.notice.ledger;
