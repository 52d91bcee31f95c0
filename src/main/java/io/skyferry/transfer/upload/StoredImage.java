package io.skyferry.transfer.upload;

/**
 * What WebODM holds under a name.
 *
 * @param sha256 of its content; null when only its size was asked for
 */
public record StoredImage(long bytes, String sha256) {}
