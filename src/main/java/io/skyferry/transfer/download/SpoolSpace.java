package io.skyferry.transfer.download;

import java.util.concurrent.atomic.AtomicBoolean;

/** Room for one image in the spool, kept over all attempts to fetch it. Closing it twice counts once. */
public final class SpoolSpace implements AutoCloseable {
    private final Spool spool;
    private final long bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    SpoolSpace(Spool spool, long bytes) {
        this.spool = spool;
        this.bytes = bytes;
    }

    /**
     * A new, empty file that nobody else can read.
     *
     * @throws io.skyferry.platform.failure.Failure NO_SPACE, or INTERNAL_ERROR when the directory can't be used
     */
    SpoolFile create(String id) {
        return spool.create(id);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            spool.giveBack(bytes);
        }
    }
}
