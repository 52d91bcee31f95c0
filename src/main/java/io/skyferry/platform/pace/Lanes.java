package io.skyferry.platform.pace;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A queue that serves its lanes in turn, and each lane in the order of arrival: whoever brings much can't keep whoever
 * brings little waiting. Not thread-safe.
 */
public final class Lanes {
    private final Map<Object, Queue<Object>> lanes = new LinkedHashMap<>();
    private int size;

    public void add(Object lane, Object ticket) {
        lanes.computeIfAbsent(lane, first -> new ArrayDeque<>()).add(ticket);
        size++;
    }

    /** The ticket whose turn it is, or null. */
    public Object peek() {
        return lanes.isEmpty() ? null : lanes.values().iterator().next().peek();
    }

    /** The ticket got what it waited for: the next turn is another lane's. */
    public void served(Object lane, Object ticket) {
        Queue<Object> queue = lanes.remove(lane);
        queue.remove(ticket);
        size--;
        if (!queue.isEmpty()) {
            lanes.put(lane, queue);
        }
    }

    /** The ticket waits no longer; nobody's turn changes. */
    public void remove(Object lane, Object ticket) {
        Queue<Object> queue = lanes.get(lane);
        if (queue != null && queue.remove(ticket)) {
            size--;
            if (queue.isEmpty()) {
                lanes.remove(lane);
            }
        }
    }

    public int size() {
        return size;
    }
}
