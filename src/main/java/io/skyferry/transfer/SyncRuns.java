package io.skyferry.transfer;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.project.Claims;
import io.skyferry.transfer.watch.RunMeter;
import io.skyferry.transfer.watch.ServerMeter;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The syncs that run in this server now, each under its claim, which is renewed as long as the sync lives. */
@ApplicationScoped
public class SyncRuns {
    private static final Logger LOG = Logger.getLogger(SyncRuns.class.getName());
    private static final int RENEWALS_PER_LEASE = 5;

    private final Map<Long, SyncRun> runs = new ConcurrentHashMap<>();
    private final Map<Long, ScheduledFuture<?>> heartbeats = new ConcurrentHashMap<>();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Claims claims;

    @Inject
    private ServerMeter server;

    @Inject
    private ProgressLedger progress;

    @Inject
    private ImageLedger images;

    /**
     * Begins a run under the claim that was taken when it was started, or under a new one when that has ended, as after
     * an operator's restart of an old execution.
     *
     * @throws Failure CONFLICT when another run works on the project
     */
    public SyncRun begin(long project, long startedUnder, long execution, SyncOptions options) {
        long fence = startedUnder;
        if (runs.containsKey(project) || !claims.renew(project, fence)) {
            OptionalLong taken = claims.tryTake(project);
            fence = taken.orElseThrow(
                    () -> new Failure(ErrorCode.CONFLICT, "Another sync of this project is running."));
        }
        claims.workedOnBy(project, fence, execution);
        SyncRun run = new SyncRun(project, fence, execution, options, new RunMeter(server), images::change);
        runs.put(project, run);
        long seconds = Claims.LEASE.toSeconds() / RENEWALS_PER_LEASE;
        heartbeats.put(project, scheduler.scheduleAtFixedRate(() -> renew(run), seconds, seconds, TimeUnit.SECONDS));
        return run;
    }

    private void renew(SyncRun run) {
        try {
            long asked = System.nanoTime();
            if (claims.renew(run.project(), run.fence())) {
                run.renewed(asked);
            } else {
                run.fail(new Failure(ErrorCode.CLAIM_LOST, "The claim ran out and was not this run's any more."));
            }
        } catch (RuntimeException e) {
            // The database is away: the lease goes on running, and the run ends when it is over.
            LOG.log(Level.WARNING, "The claim of project " + run.project() + " could not be renewed", e);
        }
    }

    /** @throws Failure CLAIM_LOST when the run has ended here */
    public SyncRun get(long project) {
        return find(project).orElseThrow(() -> new Failure(ErrorCode.CLAIM_LOST, "No sync of this project runs here."));
    }

    public Optional<SyncRun> find(long project) {
        return Optional.ofNullable(runs.get(project));
    }

    public List<SyncRun> list() {
        return List.copyOf(runs.values());
    }

    /** Ends the run and its claim; the claim of a run that a stopping server leaves is kept for who continues it. */
    public void end(SyncRun run) {
        if (runs.remove(run.project(), run)) {
            heartbeats.remove(run.project()).cancel(false);
            writeLast(run);
            if (!run.isLeft()) {
                claims.release(run.project(), run.fence());
            }
        }
    }

    private void writeLast(SyncRun run) {
        try {
            run.meter().sample(System.nanoTime());
            progress.write(run, true);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The progress of project " + run.project() + " could not be written", e);
        }
    }

    @PreDestroy
    void serverStops() {
        runs.values().forEach(SyncRun::leave);
    }
}
