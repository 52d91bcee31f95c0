/**
 * One image, all the way: fetched from Tapis, proved whole, brought into the WebODM task.
 *
 * <p>Decisions: one thread per image, blocking; fetching and bringing are limited per host each for itself, so that the
 * download of one image overlaps the upload of another. Each stage is retried by itself: an upload that failed does not
 * fetch the image again. Room in the spool is taken before a permit, so that an image that waits for disk doesn't
 * occupy a host.
 *
 * <p>Invariants: nothing is uploaded, and nothing counts as delivered, by a run that lost its claim. Whatever happens,
 * the spool file, the room and the permit are given back.
 */
package io.skyferry.transfer.delivery;
