package io.skyferry.transfer.download;

import java.net.URI;

/**
 * One image at the source.
 *
 * @param id names the spool file; letters, digits, {@code _} and {@code -}, at most 100
 * @param source address of its content, each path segment encoded
 * @param listedBytes its size in the listing
 */
public record ImageToDownload(String id, URI source, long listedBytes) {}
