package io.skyferry.console;

import io.skyferry.console.JobCatalog.Job;
import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.schedule.run.RunLedger;
import io.skyferry.schedule.run.WorkStart;
import io.skyferry.transfer.SyncOptions;
import io.skyferry.transfer.SyncRuns;
import io.skyferry.transfer.SyncStart;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stops, restarts, gives up and forgets jobs, as far as the job's state and the caller's role allow it. */
@ApplicationScoped
public class JobSteering {
    @EJB
    private Jobs jobs;

    @Inject
    private JobCatalog catalog;

    @Inject
    private SyncRuns syncs;

    @Inject
    private SyncStart syncStart;

    @Inject
    private RunLedger works;

    @Inject
    private WorkStart workStart;

    @Inject
    private RunFollowing following;

    @Inject
    private JobPurge purge;

    /** Nothing happens when the job has ended. */
    public void stop(Caller caller, long id) {
        Job job = catalog.getFor(caller, id);
        jobs.stop(id);
        job.run()
                .projectId()
                .flatMap(syncs::find)
                .filter(run -> run.execution() == id)
                .ifPresent(run -> run.fail(new Failure(ErrorCode.STOPPED, "Stopped on request.")));
        jobs.findExecution(id).ifPresent(following::follow);
    }

    /**
     * Starts a new job for what the old one left. For a sync that is computed from the ledger and the two remote
     * systems, never from the old job's checkpoints.
     *
     * @param wishes null = those of the old job; after one that wants somebody's decision, its refused images too
     * @return the new job's id
     */
    public long restart(Caller caller, long id, SyncOptions wishes) {
        Job job = catalog.getFor(caller, id);
        check(caller, job, JobAction.RESTART);
        Map<String, String> parameters = JobCatalog.parameters(job.execution());
        if (job.project() == null) {
            return works.findByJob(id)
                    .map(run -> workStart
                            .start(run.again(Optional.of(caller.owner())))
                            .job())
                    .orElseThrow(() ->
                            new Failure(ErrorCode.CONFLICT, "It is not known any more what job " + id + " was to do."));
        }
        return syncStart
                .start(job.project(), wishes == null ? wishesOf(job, parameters) : wishes)
                .job();
    }

    private static SyncOptions wishesOf(Job job, Map<String, String> parameters) {
        SyncOptions before = SyncOptions.of(parameters);
        return job.run().state() == RunState.ATTENTION
                ? new SyncOptions(true, before.processWithout(), before.reprocess())
                : before;
    }

    public void abandon(Caller caller, long id) {
        check(caller, catalog.getFor(caller, id), JobAction.ABANDON);
        jobs.abandon(id);
        jobs.findExecution(id).ifPresent(following::follow);
    }

    public void purge(Caller caller, long id) {
        Job job = catalog.getFor(caller, id);
        check(caller, job, JobAction.PURGE);
        purge.purge(List.of(job.run()));
    }

    private void check(Caller caller, Job job, JobAction action) {
        if (action.isForOperatorsOnly() && !caller.isOperator()) {
            throw new Failure(ErrorCode.FORBIDDEN, "This needs the role operator.");
        }
        JobStanding standing = catalog.standingOf(job);
        if (!standing.allowed().containsKey(action)) {
            throw new Failure(ErrorCode.CONFLICT, standing.refusal(job.run().executionId(), action));
        }
    }
}
