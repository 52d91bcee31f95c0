package io.skyferry.schedule.run;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The runs that are under way in this server, each under its claim, which is renewed as long as the run lives. */
@ApplicationScoped
public class LiveRuns {
    private static final Logger LOG = Logger.getLogger(LiveRuns.class.getName());
    private static final int RENEWALS_PER_LEASE = 5;

    private final Map<Long, LiveRun> runs = new ConcurrentHashMap<>();
    private final Map<Long, ScheduledFuture<?>> heartbeats = new ConcurrentHashMap<>();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private WorkClaims claims;

    @Inject
    private RunLedger ledger;

    /**
     * Begins a run under the claim that was taken when it was started, or under a new one when that has ended, as after
     * an operator's restart of an old execution.
     *
     * @throws Failure CONFLICT when another run does the work; JOB_NOT_FOUND when the run's row was purged
     */
    public LiveRun begin(long id, long startedUnder, long execution) {
        BackgroundRun row = ledger.find(id)
                .orElseThrow(
                        () -> new Failure(ErrorCode.JOB_NOT_FOUND, "Nobody knows any more what run " + id + " was."));
        long fence = startedUnder;
        if (runs.containsKey(id) || !claims.renew(row.work(), fence)) {
            fence = claims.tryTake(row.work())
                    .orElseThrow(() -> new Failure(ErrorCode.CONFLICT, "Another job does the same now."));
        }
        claims.doneBy(row.work(), fence, execution);
        ledger.begunBy(id, execution);
        LiveRun run = new LiveRun(row, fence, execution);
        runs.put(id, run);
        long seconds = WorkClaims.LEASE.toSeconds() / RENEWALS_PER_LEASE;
        heartbeats.put(id, scheduler.scheduleAtFixedRate(() -> renew(run), seconds, seconds, TimeUnit.SECONDS));
        return run;
    }

    private void renew(LiveRun run) {
        try {
            if (!claims.renew(run.row().work(), run.fence())) {
                run.fail(new Failure(ErrorCode.CLAIM_LOST, "The claim ran out and was not this run's any more."));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The claim of " + run.row().work() + " could not be renewed", e);
        }
    }

    /** @throws Failure CLAIM_LOST when the run has ended here */
    public LiveRun get(long id) {
        return find(id).orElseThrow(() -> new Failure(ErrorCode.CLAIM_LOST, "This run is not under way here."));
    }

    public Optional<LiveRun> find(long id) {
        return Optional.ofNullable(runs.get(id));
    }

    /**
     * Ends the run and its claim, and writes down how. A run that a stopping server leaves stays open, for who
     * continues it; one that lost its claim says nothing, because another run speaks for the work by now.
     *
     * @return the exit status of its job
     */
    public Optional<String> end(LiveRun run) {
        if (!runs.remove(run.row().id(), run)) {
            return Optional.empty();
        }
        heartbeats.remove(run.row().id()).cancel(false);
        if (run.isLeft()) {
            return Optional.empty();
        }
        try {
            return write(run);
        } finally {
            claims.release(run.row().work(), run.fence());
        }
    }

    private Optional<String> write(LiveRun run) {
        boolean ours = claims.isHeldBy(run.row().work(), run.fence());
        if (run.cause().isEmpty() && run.result().isPresent()) {
            ledger.ended(run.row().id(), run.result().get());
            return Optional.empty();
        }
        Failure failure =
                run.cause().orElseGet(() -> new Failure(ErrorCode.STOPPED, "The job was stopped before its end."));
        if (ours) {
            ledger.failed(run.row().id(), failure);
        }
        LOG.info(() -> run.row().work() + " ended: " + failure.getMessage());
        return Optional.of("FAILED:" + failure.code());
    }

    @PreDestroy
    void serverStops() {
        runs.values().forEach(LiveRun::leave);
    }
}
