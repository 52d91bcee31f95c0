/**
 * Whether received bytes are a whole photo, and under which name a photo may be delivered. Plain computation: no files,
 * no network, no container.
 *
 * <p>Decisions: a JPEG is judged by walking its structure while the bytes stream past, in constant memory and without
 * running a decoder, so that a hostile picture can cost neither memory nor time. Names are taken as the listing's JSON
 * gave them and are never percent-decoded again. A name that was given to an image once is never changed by names that
 * appear later.
 */
package io.skyferry.transfer.integrity;
