/**
 * The reading side of flights and projects: lists in pages, one by one, with filters.
 *
 * <p>Whoever asks sees a flight only when a scan of his own saw it, and projects only of his own; operators may ask in
 * somebody's name. Pages go on after the last row that was given (no counting of rows to leave out), so that page 1000
 * costs what page 1 does. One statement reads a page, a second one counts its images.
 */
package io.skyferry.project.browse;
