/**
 * Moving the images of a flight into its WebODM task: each exactly once, proven whole, and safe against being killed at
 * any instant.
 *
 * <p>The ledger's image rows are the truth; batch checkpoints only save time. An image is DELIVERED only after its body
 * came to the end with the listed size, is a whole JPEG, was hashed, and WebODM answered with the same name and size.
 * No database transaction is open while bytes move. One sync at a time works on a project, under its claim.
 */
package io.skyferry.transfer;
