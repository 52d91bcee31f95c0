package io.skyferry.tapis;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that one run sent to Tapis, retries included. Thread-safe. */
public final class RequestCount {
    private final AtomicInteger sent = new AtomicInteger();

    void add() {
        sent.incrementAndGet();
    }

    public int sent() {
        return sent.get();
    }
}
