package io.skyferry.platform.pace;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One open request to a host. Closing it twice counts once. */
public final class HostPermit implements AutoCloseable {
    private final HostLimit limit;
    private final long pushBacksWhenOpened;
    private final boolean probe;
    private final AtomicBoolean closed = new AtomicBoolean();

    HostPermit(HostLimit limit, long pushBacksWhenOpened, boolean probe) {
        this.limit = limit;
        this.pushBacksWhenOpened = pushBacksWhenOpened;
        this.probe = probe;
    }

    /** The host is away; this one request finds out whether it is back. A small one is best. */
    public boolean isProbe() {
        return probe;
    }

    /** The host answered as hoped. */
    public void succeeded() {
        limit.succeeded();
    }

    /** So long after the question was asked, the host began to answer. */
    public void answeredAfter(Duration time) {
        limit.answeredAfter(time);
    }

    /**
     * Lowers the limit when the failure means that the host has too much to do, and pauses as long as it asked for. A
     * failure that is not the host's says nothing.
     */
    public void failed(Failure failure) {
        if (HostOutage.isPossible(failure)) {
            limit.pushedBack(pushBacksWhenOpened, failure);
        } else {
            limit.refused(failure);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            limit.release(probe);
        }
    }
}
