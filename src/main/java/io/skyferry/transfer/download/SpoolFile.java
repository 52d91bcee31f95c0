package io.skyferry.transfer.download;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in the spool, open for writing until it is complete. Closing it deletes it. */
public final class SpoolFile implements AutoCloseable {
    private final Path path;
    private final WritableByteChannel channel;
    private final Runnable onClose;

    SpoolFile(Path path, WritableByteChannel channel, Runnable onClose) {
        this.path = path;
        this.channel = channel;
        this.onClose = onClose;
    }

    Path path() {
        return path;
    }

    /** Writes all of it. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Nothing more will be written; the file stays. */
    void complete() throws IOException {
        channel.close();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        } finally {
            onClose.run();
        }
    }

    /** NO_SPACE when the disk or the quota is full, otherwise INTERNAL_ERROR. */
    static Failure failureOf(IOException problem) {
        String text = String.valueOf(problem.getMessage());
        if (text.contains("No space left") || text.contains("quota exceeded")) {
            return new Failure(ErrorCode.NO_SPACE, "the spool directory's disk is full", problem);
        }
        return new Failure(ErrorCode.INTERNAL_ERROR, "the spool directory can't be used", problem);
    }
}
