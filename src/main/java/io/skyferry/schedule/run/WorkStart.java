package io.skyferry.schedule.run;

import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;

/** Starts work in the background: each at most once at a time, whoever asks and on whichever server. Thread-safe. */
@ApplicationScoped
public class WorkStart {
    private static final Logger LOG = Logger.getLogger(WorkStart.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 100;
    private static final int MOST_ATTEMPTS = 3;

    private final ConcurrentMap<String, CompletableFuture<Started>> underWay = new ConcurrentHashMap<>();

    @EJB
    private Jobs jobs;

    @Inject
    private WorkClaims claims;

    @Inject
    private RunLedger runs;

    /**
     * The job that does the work now.
     *
     * @param job the id of its execution
     * @param alreadyRunning whether it had been started before; its wishes are then not changed
     */
    public record Started(long job, boolean alreadyRunning) {}

    /**
     * Callers of one server that want the same at the same time ask the ledger once: the first does, the others get his
     * answer, and hold neither a connection nor a lock meanwhile.
     *
     * @throws Failure CONFLICT when the work is claimed, but no job does it, for ten seconds
     */
    public Started start(Work work) {
        CompletableFuture<Started> own = new CompletableFuture<>();
        CompletableFuture<Started> first = underWay.putIfAbsent(work.name(), own);
        if (first != null) {
            return new Started(joined(first).job(), true);
        }
        try {
            own.complete(startAlone(work));
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            underWay.remove(work.name(), own);
        }
        return joined(own);
    }

    private static Started joined(CompletableFuture<Started> start) {
        try {
            return start.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Started startAlone(Work work) {
        String name = work.name();
        for (int look = 0; look < LOOKS; look++) {
            InsertRace.run(() -> claims.ensure(name));
            OptionalLong fence = claims.tryTake(name);
            if (fence.isPresent()) {
                return new Started(launch(work, fence.getAsLong()), false);
            }
            Optional<Long> running = claims.findJob(name);
            if (running.isPresent()) {
                return new Started(running.get(), true);
            }
            new StopSignal().sleep(LOOK_AGAIN);
        }
        throw new Failure(ErrorCode.CONFLICT, "This work is just being started or ended; try again in a moment.");
    }

    private long launch(Work work, long fence) {
        try {
            BackgroundRun run = runs.add(work);
            return launch(run, fence);
        } catch (RuntimeException e) {
            claims.release(work.name(), fence);
            throw e;
        }
    }

    private long launch(BackgroundRun run, long fence) {
        runs.attempted(run.id());
        try {
            long execution = jobs.start(run.job(), parameters(run, fence));
            claims.doneBy(run.work(), fence, execution);
            return execution;
        } catch (RuntimeException e) {
            runs.failed(run.id(), new Failure(ErrorCode.INTERNAL_ERROR, "The job could not be started.", e));
            throw e;
        }
    }

    /** Ids only: whose it is and what is wished, the run's row says to the job; the owner is for whoever lists jobs. */
    private static Map<String, String> parameters(BackgroundRun run, long fence) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("run", Long.toString(run.id()));
        parameters.put("fence", Long.toString(fence));
        run.owner().ifPresent(owner -> parameters.put("owner", owner.toString()));
        return parameters;
    }

    /** Goes on with a run that was left by a server that died or stopped; after three attempts it ends as failed. */
    void resume(BackgroundRun left) {
        OptionalLong fence = claims.tryTake(left.work());
        if (fence.isEmpty()) {
            return;
        }
        boolean launched = false;
        try {
            Optional<BackgroundRun> open =
                    runs.find(left.id()).filter(run -> run.endedAt().isEmpty());
            if (open.isPresent() && open.get().attempts() >= MOST_ATTEMPTS) {
                runs.failed(left.id(), new Failure(ErrorCode.STOPPED, "The server stopped during each attempt."));
            } else if (open.isPresent()) {
                long job = launch(open.get(), fence.getAsLong());
                launched = true;
                LOG.info(() -> left.work() + " was interrupted and continues as job " + job);
            }
        } finally {
            if (!launched) {
                claims.release(left.work(), fence.getAsLong());
            }
        }
    }
}
