package io.skyferry.schedule.run;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.pace.StopSignal;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A run that is under way in this server. Shared by the threads of its job. */
public final class LiveRun {
    private final BackgroundRun row;
    private final long fence;
    private final long execution;
    private final StopSignal stop = new StopSignal();
    private final AtomicReference<Failure> cause = new AtomicReference<>();
    private volatile Object found;
    private volatile JsonObject result;
    private volatile boolean left;

    LiveRun(BackgroundRun row, long fence, long execution) {
        this.row = row;
        this.fence = fence;
        this.execution = execution;
    }

    /** Runs a part of the job; a failure of it is the run's failure. */
    public <T> T part(Supplier<T> work) {
        try {
            stop.throwIfStopped();
            return work.get();
        } catch (Failure failure) {
            fail(failure);
            throw failure;
        } catch (RuntimeException e) {
            fail(new Failure(ErrorCode.INTERNAL_ERROR, "The job met something unexpected.", e));
            throw e;
        }
    }

    /** Ends the run. The first reason is kept. */
    public void fail(Failure failure) {
        cause.compareAndSet(null, failure);
        stop.stop();
    }

    /** The server stops: the run is continued after the next start. */
    void leave() {
        left = true;
        fail(new Failure(ErrorCode.STOPPED, "The server is stopping; the job is continued after its next start."));
    }

    boolean isLeft() {
        return left;
    }

    Optional<Failure> cause() {
        return Optional.ofNullable(cause.get());
    }

    /** Keeps what a step found for the next one. */
    public void keep(Object finding) {
        found = finding;
    }

    public <T> T kept(Class<T> type) {
        return type.cast(found);
    }

    /** What comes of the run unless something fails from here on. */
    public void endsWith(JsonObject outcome) {
        result = outcome;
    }

    Optional<JsonObject> result() {
        return Optional.ofNullable(result);
    }

    public BackgroundRun row() {
        return row;
    }

    public Owner owner() {
        return row.owner().orElseThrow();
    }

    public JsonObject wish() {
        return row.wish();
    }

    public long execution() {
        return execution;
    }

    public StopSignal stop() {
        return stop;
    }

    long fence() {
        return fence;
    }
}
