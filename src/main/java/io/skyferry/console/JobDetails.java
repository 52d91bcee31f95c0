package io.skyferry.console;

import io.skyferry.console.JobCatalog.Job;
import io.skyferry.console.JobDetail.AllowedAction;
import io.skyferry.console.JobDetail.Order;
import io.skyferry.console.JobDetail.Progress;
import io.skyferry.console.JobRuns.Entry;
import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.identity.Caller;
import io.skyferry.project.ErrorView;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what is known of one job. */
@ApplicationScoped
public class JobDetails {
    @EJB
    private Jobs jobs;

    @Inject
    private JobCatalog catalog;

    @Inject
    private ImageTallies tallies;

    @Inject
    private SyncRuns syncs;

    @Inject
    private JobWork work;

    JobDetail of(Job job, Caller caller) {
        Optional<Long> newer = catalog.newerThan(job);
        Map<String, String> parameters = new TreeMap<>(JobCatalog.parameters(job.execution()));
        Optional<BackgroundRun> ran = work.find(parameters);
        return JobDetail.of(
                JobView.of(new Entry(job.run(), job.project()), newer.orElse(null)),
                job.run().instanceId(),
                parameters,
                jobs.listSteps(job.run().executionId()),
                job.project() == null ? null : progress(job),
                newer.isEmpty() && job.project() != null ? error(job) : error(ran),
                allowed(job, caller),
                ran.map(this::order).orElse(null),
                ran.flatMap(work::findResult).orElse(null));
    }

    private Order order(BackgroundRun ran) {
        return new Order(
                ran.occasion().name(), ran.askedBy().map(Object::toString).orElse(null), ran.wish());
    }

    private static ErrorView error(Optional<BackgroundRun> ran) {
        return ran.flatMap(BackgroundRun::failure)
                .map(failure -> ErrorView.of(failure.code(), failure.detail()))
                .orElse(null);
    }

    private static ErrorView error(Job job) {
        return job.project()
                .errorCode()
                .map(code -> ErrorView.of(code, job.project().errorText()))
                .orElse(null);
    }

    private List<AllowedAction> allowed(Job job, Caller caller) {
        return catalog.standingOf(job).allowed().entrySet().stream()
                .filter(entry -> caller.isOperator() || !entry.getKey().isForOperatorsOnly())
                .map(entry -> new AllowedAction(entry.getKey().wireName(), entry.getValue()))
                .toList();
    }

    private Progress progress(Job job) {
        long project = job.project().id();
        ImageTally tally = tallies.of(List.of(project)).getOrDefault(project, ImageTally.NONE);
        Optional<SyncRun> run =
                syncs.find(project).filter(live -> live.execution() == job.run().executionId());
        return new Progress(
                tally.present(),
                tally.delivered(),
                tally.failed(),
                tally.refused(),
                tally.totalBytes(),
                tally.deliveredBytes(),
                run.map(SyncRun::bytesMoved).orElse(null),
                run.map(live -> live.bytesMoved()
                                * 1000
                                / Math.max(1, live.age().toMillis()))
                        .orElse(null));
    }
}
