/**
 * Bringing one image into a WebODM task, and knowing that it arrived.
 *
 * <p>Facts: {@code POST /api/projects/{id}/tasks/{uuid}/upload/} with the trailing slash (without it a redirect loses
 * the body) and with a Content-Length (without it, a bare gunicorn sees no file) answers 200 with
 * {@code uploaded: {name: bytes on its disk}}. An existing name is overwritten, and a cut request never leaves a short
 * file, so sending again is always safe. A session cookie beside the token makes WebODM demand a CSRF token. 403 covers
 * a missing, expired and wrong token; 404 a task that is gone or somebody else's. A bare gunicorn may answer without
 * reading the body, which the client sees as the answer or, at random, as a connection reset.
 *
 * <p>Decisions: one image per request, whole. When the answer is lost, the image is sent again; whether it had arrived
 * is not asked, because a file of the same name and size may be an older one. A reset is followed by a look at the
 * task, only to tell "signed out" and "task gone" from a network fault.
 *
 * <p>Invariant: upload returns only after WebODM named the file and its size as they were sent.
 */
package io.skyferry.transfer.upload;
