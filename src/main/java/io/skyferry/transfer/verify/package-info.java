/**
 * Looking again at what was delivered: whether WebODM still holds it, unchanged, and what is there twice.
 *
 * <p>Decisions: a verification changes nothing, neither in WebODM nor in the ledger of images; it reads, one request for
 * each image, within the limits of uploads and the bandwidth budget, in the background of the server that was asked.
 * The last one of each project is kept, with at most some thousand differences.
 */
package io.skyferry.transfer.verify;
