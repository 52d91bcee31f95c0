package io.skyferry.console.live;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A client over HTTP. */
final class SseClient implements EventClient {
    /** How long a browser waits before it comes back. */
    private static final long RECONNECT_MILLIS = 2000;

    private final SseEventSink sink;
    private final Sse sse;

    SseClient(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public void send(StreamEvent event) {
        if (sink.isClosed()) {
            throw new IllegalStateException("the client is gone");
        }
        sink.send(outbound(event)).toCompletableFuture().join();
    }

    private OutboundSseEvent outbound(StreamEvent event) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (event.name().isEmpty()) {
            return builder.comment("alive").build();
        }
        event.id().ifPresent(id -> builder.id(Long.toString(id)));
        return builder.name(event.name())
                .reconnectDelay(RECONNECT_MILLIS)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(event.data())
                .build();
    }

    @Override
    public void close() {
        try {
            sink.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
