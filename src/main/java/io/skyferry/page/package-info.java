/**
 * What a browser gets: the page's shell at every address of the page, its files, the headers that protect it, and what
 * it has to know before anybody has signed in.
 *
 * <p>Decisions: the page is plain files on the REST API that everybody uses; the server only hands them out. Files are
 * addressed by a digest of them all, so browsers keep them for a year and still have new ones after an upgrade. An
 * address that is no page is a 404, not an empty shell.
 *
 * <p>Invariants: no script or style stands in a document; nothing comes from other hosts but map tiles, where they are
 * configured.
 */
package io.skyferry.page;
