package io.skyferry.console.live;

import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.FeedBounds;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** All streams of this server. Thread-safe. */
final class EventHub {
    static final int MOST_OF_ONE_OWNER = 10;
    static final int MOST = 500;
    private static final int PAGE = 200;
    private static final long IDLE = -1;

    /** The feed, as far as streams need it. */
    interface Feed {
        List<Change> listAfter(long id, int limit);

        FeedBounds bounds();
    }

    private final Set<EventStream> opened = new HashSet<>();
    private final Set<EventStream> live = new CopyOnWriteArraySet<>();
    private final Feed feed;
    private final Predicate<String> isSessionOpen;
    private final Clock clock;
    private final Executor threads;
    private long cursor = IDLE;

    EventHub(Feed feed, Predicate<String> isSessionOpen, Clock clock, Executor threads) {
        this.feed = feed;
        this.isSessionOpen = isSessionOpen;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * @param after the last event that the client has; empty = it begins now
     * @throws Failure TOO_MANY_ATTEMPTS when he has too many streams open already
     */
    void open(Owner owner, Audience audience, StreamPass pass, OptionalLong after, EventClient client) {
        FeedBounds bounds = feed.bounds();
        boolean isForgotten = after.isPresent() && !bounds.covers(after.getAsLong());
        long from = isForgotten ? bounds.lastId() : after.orElse(bounds.lastId());
        EventStream stream = new EventStream(owner, audience, pass, client, from);
        admit(stream);
        stream.offer(isForgotten ? StreamEvent.reset(from) : StreamEvent.ready(from), threads);
        threads.execute(() -> catchUp(stream));
    }

    private synchronized void admit(EventStream stream) {
        opened.removeIf(EventStream::isOver);
        long his = opened.stream()
                .filter(other -> other.owner().equals(stream.owner()))
                .count();
        if (his >= MOST_OF_ONE_OWNER || opened.size() >= MOST) {
            throw new Failure(ErrorCode.TOO_MANY_ATTEMPTS, "Too many event streams are open; close one.");
        }
        opened.add(stream);
    }

    private void catchUp(EventStream stream) {
        try {
            boolean isAtEnd = false;
            while (!stream.isOver() && !(isAtEnd && goesLive(stream))) {
                isAtEnd = readOn(stream);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            stream.end(StreamEvent.end("failed"), threads);
        }
    }

    /** One page, when those before are sent. @return whether the feed had no more */
    private boolean readOn(EventStream stream) throws InterruptedException {
        stream.awaitSent();
        long polled = cursor();
        List<Change> page = feed.listAfter(stream.position(), PAGE);
        stream.offer(page, threads);
        if (page.isEmpty()) {
            stream.skipTo(polled);
        }
        return page.size() < PAGE;
    }

    private synchronized long cursor() {
        return cursor;
    }

    /** Whether it has read as far as the poller, and so can go on with that. */
    private synchronized boolean goesLive(EventStream stream) {
        if (cursor == IDLE) {
            cursor = stream.position();
        }
        return stream.position() >= cursor && live.add(stream);
    }

    /** Reads on in the feed, for all live streams. Called again and again by one thread. */
    void poll() {
        long from = begin();
        while (from != IDLE) {
            List<Change> page = feed.listAfter(from, PAGE);
            if (page.isEmpty()) {
                return;
            }
            from = page.get(page.size() - 1).id();
            tell(page, from);
        }
    }

    private synchronized long begin() {
        live.removeIf(EventStream::isOver);
        cursor = live.isEmpty() ? IDLE : cursor;
        return cursor;
    }

    private synchronized void tell(List<Change> page, long readTo) {
        live.forEach(stream -> stream.offer(page, threads));
        cursor = Math.max(cursor, readTo);
    }

    /** Shows clients, and what is between, that the streams are alive; finds those whose client is gone. */
    void beat() {
        streams().forEach(stream -> stream.offer(StreamEvent.HEART_BEAT, threads));
    }

    /** Ends the streams of those who are not signed in any more. */
    void checkPasses() {
        Instant now = clock.instant();
        streams().stream()
                .filter(stream -> !isValid(stream.pass(), now))
                .forEach(stream -> stream.end(StreamEvent.end("signed_out"), threads));
    }

    private boolean isValid(StreamPass pass, Instant now) {
        return pass.expiry().filter(end -> !now.isBefore(end)).isEmpty()
                && pass.session().filter(isSessionOpen.negate()).isEmpty();
    }

    /** Ends all streams: the server stops. Clients come back to it, or to another one. */
    void close() {
        streams().forEach(stream -> stream.end(StreamEvent.end("server_stops"), threads));
    }

    synchronized int count() {
        opened.removeIf(EventStream::isOver);
        return opened.size();
    }

    private synchronized List<EventStream> streams() {
        opened.removeIf(EventStream::isOver);
        return new ArrayList<>(opened);
    }
}
