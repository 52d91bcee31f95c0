/**
 * Looks at a flight before anything is moved: where its images were taken, and what they look like small.
 *
 * <p>Of an image only the beginning is fetched, up to the end of its EXIF segment; the request is broken off there. It
 * happens in the background, at the host's limit, for an even sample of the images unless all are asked for, and is kept
 * for each image as long as its size and time stay the same.
 *
 * <p>Image files are foreign input: every length in them is checked against what is there, and pixels are decoded only
 * after the header said that they fit. A preview is shown to whoever's own last scan found the flight, and what is read
 * for it is read with his own token.
 */
package io.skyferry.flight.preview;
