package io.skyferry.transfer.integrity;

/**
 * A JPEG that was seen from its start marker to its end marker.
 *
 * @param trailingBytes bytes after the end marker: padding, or further pictures that some cameras append
 */
public record JpegImage(int width, int height, long bytes, long trailingBytes) {}
