package io.skyferry.transfer.download;

import java.nio.file.Path;

/**
 * A whole image on our disk. Closing it deletes the file.
 *
 * @param sha256 of the bytes as received, 64 lower-case hex digits
 */
public record SpooledImage(SpoolFile spoolFile, long bytes, String sha256, int width, int height)
        implements AutoCloseable {
    public Path file() {
        return spoolFile.path();
    }

    @Override
    public void close() {
        spoolFile.close();
    }
}
