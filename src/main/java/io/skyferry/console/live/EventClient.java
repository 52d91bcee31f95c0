package io.skyferry.console.live;

/** The far end of a stream. Used by one thread at a time. */
interface EventClient {
    /**
     * Returns when the event was handed over, which takes as long as the client does.
     *
     * @throws RuntimeException when the client is gone
     */
    void send(StreamEvent event);

    /** Ends the connection; nothing happens when it has ended. */
    void close();
}
