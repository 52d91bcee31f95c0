package io.skyferry.console;

import io.skyferry.console.JobCatalog.Job;
import io.skyferry.console.JobDetail.AllowedAction;
import io.skyferry.console.JobDetail.Discovery;
import io.skyferry.console.JobDetail.Order;
import io.skyferry.console.JobDetail.Progress;
import io.skyferry.console.JobRuns.Entry;
import io.skyferry.platform.batch.Jobs;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.ErrorView;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import io.skyferry.project.SyncProgress;
import io.skyferry.project.SyncProgressBook;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
    private SyncProgressBook book;

    @Inject
    private RunLedger works;

    JobDetail of(Job job, Caller caller) {
        Optional<Long> newer = catalog.newerThan(job);
        Optional<BackgroundRun> ran = works.findByJob(job.run().executionId());
        return JobDetail.of(
                JobView.of(new Entry(job.run(), job.project()), newer.orElse(null)),
                job.run().instanceId(),
                new TreeMap<>(JobCatalog.parameters(job.execution())),
                jobs.listSteps(job.run().executionId()),
                job.project() == null ? null : progress(job),
                newer.isEmpty() && job.project() != null ? error(job) : error(ran),
                allowed(job, caller),
                ran.map(JobDetails::order).orElse(null),
                ran.flatMap(run -> works.findProgress(run.id()))
                        .map(Discovery::of)
                        .orElse(null),
                ran.flatMap(run -> works.findResult(run.id())).orElse(null));
    }

    private static ErrorView error(Optional<BackgroundRun> ran) {
        return ran.flatMap(BackgroundRun::failure)
                .map(failure -> ErrorView.of(failure.code(), failure.detail()))
                .orElse(null);
    }

    private static Order order(BackgroundRun run) {
        return new Order(
                run.occasion().name(), run.askedBy().map(Owner::toString).orElse(null), run.wish());
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
        Optional<SyncProgress> run =
                book.find(project).filter(known -> known.jobId() == job.run().executionId() && known.running());
        return new Progress(
                tally.present(),
                tally.delivered(),
                tally.failed(),
                tally.refused(),
                tally.totalBytes(),
                tally.deliveredBytes(),
                run.map(SyncProgress::bytesDownloaded).orElse(null),
                run.map(SyncProgress::bytesPerSecond).orElse(null));
    }
}
