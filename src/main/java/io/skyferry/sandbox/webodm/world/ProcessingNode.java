package io.skyferry.sandbox.webodm.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one processing node. It keeps what it was given by uuid, and it is that which a restarted task is made from. Not
 * thread-safe: used inside {@link World#call} only.
 */
public final class ProcessingNode {
    public static final int ID = 1;
    public static final String LABEL = "sandbox";
    public static final int PORT = 11223;

    /** How the node looks from WebODM. */
    public enum State {
        ONLINE,
        /** Known to be away: tasks wait. */
        OFFLINE,
        /** Away, and WebODM hasn't noticed: tasks fail. */
        JUST_DIED
    }

    private final Map<String, NodeJob> jobs = new LinkedHashMap<>();
    private State state;
    private int failures;

    ProcessingNode(State state) {
        this.state = state;
    }

    public State state() {
        return state;
    }

    public void become(State newState) {
        state = newState;
    }

    /** The next jobs end without a result. */
    public void failNext(int count) {
        failures = count;
    }

    boolean takeFailure() {
        if (failures == 0) {
            return false;
        }
        failures--;
        return true;
    }

    void accept(NodeJob job) {
        jobs.put(job.uuid(), job);
    }

    /** A node purges what is old; a restart then starts from WebODM's files. */
    public void forgetJobs() {
        jobs.clear();
    }

    public Optional<NodeJob> find(String uuid) {
        return Optional.ofNullable(jobs.get(uuid));
    }

    public List<NodeJob> list() {
        return new ArrayList<>(jobs.values());
    }

    String refusal() {
        return "Connection error: HTTPConnectionPool(host='127.0.0.1', port=" + PORT
                + "): Max retries exceeded with url: /info (Caused by NewConnectionError('Failed to establish a new"
                + " connection: [Errno 111] Connection refused'))";
    }
}
