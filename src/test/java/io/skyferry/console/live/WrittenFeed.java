package io.skyferry.console.live;

import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.FeedBounds;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A feed that a test writes. */
final class WrittenFeed implements EventHub.Feed {
    private final ConcurrentNavigableMap<Long, Change> changes = new ConcurrentSkipListMap<>();
    private volatile long lastId;
    private volatile long forgottenTo;

    synchronized void add(ChangeNote note) {
        long id = lastId + 1;
        changes.put(id, new Change(id, Instant.EPOCH, note));
        lastId = id;
    }

    void forget(long upTo) {
        forgottenTo = upTo;
        drop(1, upTo);
    }

    /** Without saying so, as with progress. */
    void drop(long first, long last) {
        changes.subMap(first, true, last, true).clear();
    }

    @Override
    public List<Change> listAfter(long id, int limit) {
        return changes.tailMap(id, false).values().stream().limit(limit).toList();
    }

    @Override
    public FeedBounds bounds() {
        return new FeedBounds(forgottenTo, lastId);
    }
}
