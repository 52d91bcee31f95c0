package io.skyferry.console.live;

import io.skyferry.platform.change.Change;
import io.skyferry.platform.identity.Owner;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * One client's stream. First it reads the feed by itself, from where the client was; having caught up it is live, and is
 * given what the server's poller reads. Events wait in a queue of limited length; at most one thread sends at a time.
 * Thread-safe.
 */
final class EventStream {
    static final int MOST_WAITING = 512;

    private final Queue<StreamEvent> waiting = new ArrayDeque<>();
    private final Owner owner;
    private final Audience audience;
    private final StreamPass pass;
    private final EventClient client;
    private long position;
    private boolean sending;
    private boolean ending;
    private boolean over;

    EventStream(Owner owner, Audience audience, StreamPass pass, EventClient client, long position) {
        this.owner = owner;
        this.audience = audience;
        this.pass = pass;
        this.client = client;
        this.position = position;
    }

    Owner owner() {
        return owner;
    }

    StreamPass pass() {
        return pass;
    }

    synchronized long position() {
        return position;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** There is nothing more for it up to here: it was forgotten meanwhile. */
    synchronized void skipTo(long id) {
        position = Math.max(position, id);
    }

    /** Waits until all that it was given is sent, or it is over. */
    synchronized void awaitSent() throws InterruptedException {
        while (!over && !waiting.isEmpty()) {
            wait();
        }
    }

    /** Takes over what came next in the feed, as far as it may see it. */
    synchronized void offer(List<Change> changes, Executor threads) {
        for (Change change : changes) {
            if (change.id() > position) {
                position = change.id();
                if (audience.maySee(change.note())) {
                    enqueue(StreamEvent.of(change));
                }
            }
        }
        wake(threads);
    }

    synchronized void offer(StreamEvent event, Executor threads) {
        enqueue(event);
        wake(threads);
    }

    /** Sends what is waiting, then this, and ends. */
    synchronized void end(StreamEvent last, Executor threads) {
        enqueue(last);
        ending = true;
        wake(threads);
    }

    private void enqueue(StreamEvent event) {
        if (over || ending) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            // Too slow. What it has not got, it gets when it comes back with the last id that it has.
            over = true;
            waiting.clear();
            return;
        }
        waiting.add(event);
    }

    private void wake(Executor threads) {
        if (!sending && !waiting.isEmpty()) {
            sending = true;
            threads.execute(this::sendWaiting);
        }
    }

    private void sendWaiting() {
        try {
            for (StreamEvent next = next(); next != null; next = next()) {
                client.send(next);
            }
        } catch (RuntimeException e) {
            abandon();
        }
        if (isOver()) {
            client.close();
        }
    }

    /** Null when there is nothing to send; the next to come then needs a new thread. */
    private synchronized StreamEvent next() {
        StreamEvent next = waiting.poll();
        if (next == null) {
            over |= ending;
            sending = false;
            notifyAll();
        }
        return next;
    }

    private synchronized void abandon() {
        over = true;
        sending = false;
        waiting.clear();
        notifyAll();
    }
}
