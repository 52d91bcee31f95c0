package io.skyferry.transfer.download;

import java.net.URI;
import java.util.Optional;

/**
 * One image at the source.
 *
 * @param id names the spool file; letters, digits, {@code _} and {@code -}, at most 100
 * @param source address of its content, each path segment encoded
 * @param listedBytes its size in the listing
 * @param knownSha256 of its content, when it was delivered before and has not changed since
 */
public record ImageToDownload(String id, URI source, long listedBytes, Optional<String> knownSha256) {
    /** One whose content nobody has seen yet. */
    public ImageToDownload(String id, URI source, long listedBytes) {
        this(id, source, listedBytes, Optional.empty());
    }
}
