package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import java.util.concurrent.atomic.AtomicBoolean;

/** One open request to a host. Closing it twice counts once. */
public final class HostPermit implements AutoCloseable {
    private final HostLimit limit;
    private final long pushBacksWhenOpened;
    private final AtomicBoolean closed = new AtomicBoolean();

    HostPermit(HostLimit limit, long pushBacksWhenOpened) {
        this.limit = limit;
        this.pushBacksWhenOpened = pushBacksWhenOpened;
    }

    /** The host answered as hoped. */
    public void succeeded() {
        limit.succeeded();
    }

    /** Lowers the limit when the failure means that the host has too much to do, and pauses as long as it asked for. */
    public void failed(Failure failure) {
        switch (failure.code()) {
            case TAPIS_BUSY, TAPIS_ERROR, TAPIS_UNREACHABLE, WEBODM_BUSY, WEBODM_ERROR, WEBODM_UNREACHABLE -> {
                limit.pushedBack(pushBacksWhenOpened);
                failure.retryAfter().ifPresent(limit::pauseFor);
            }
            default -> {}
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            limit.release();
        }
    }
}
