package io.skyferry.console.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Keeps what it is sent, as long as it is there and willing. */
final class CollectingClient implements EventClient {
    private static final Set<String> NO_CHANGE = Set.of("", "ready", "reset", "end");

    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final Semaphore willing = new Semaphore(1);
    private volatile boolean gone;
    private volatile boolean closed;

    @Override
    public void send(StreamEvent event) {
        willing.acquireUninterruptibly();
        willing.release();
        if (gone) {
            throw new IllegalStateException("gone");
        }
        events.add(event);
    }

    @Override
    public void close() {
        closed = true;
    }

    void block() {
        willing.acquireUninterruptibly();
    }

    void unblock() {
        willing.release();
    }

    void leave() {
        gone = true;
    }

    boolean isClosed() {
        return closed;
    }

    List<StreamEvent> events() {
        return events;
    }

    List<String> names() {
        return events.stream().map(StreamEvent::name).toList();
    }

    List<Long> changeIds() {
        return events.stream()
                .filter(event -> !NO_CHANGE.contains(event.name()))
                .map(event -> event.id().orElseThrow())
                .toList();
    }

    /** What a browser would send when it comes back. */
    long lastId() {
        return events.stream()
                .filter(event -> event.id().isPresent())
                .mapToLong(event -> event.id().getAsLong())
                .max()
                .orElseThrow();
    }
}
