package io.skyferry.console;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.upkeep.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Forgets jobs that are over: their rows, ours and the batch container's, and their logs. Projects, images and the audit
 * trail are not touched. What is deleted is deleted in one transaction for each hundred jobs.
 */
@ApplicationScoped
public class JobPurge implements Purge {
    private static final int AT_ONCE = 100;

    @Inject
    private PurgedRuns runs;

    @Inject
    private JobLogs logs;

    @Inject
    private RunFollowing following;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String what() {
        return "job executions";
    }

    @Override
    public int purge() {
        return purgeOlderThan(Duration.ofDays(settings.schedule().jobDays()));
    }

    /** @return how many jobs were deleted */
    public int purgeOlderThan(Duration age) {
        following.refresh();
        int purged = 0;
        List<JobRun> page;
        long after = 0;
        do {
            page = runs.listPurgeable(clock.instant().minus(age), after, AT_ONCE);
            if (!page.isEmpty()) {
                purge(page);
                purged += page.size();
                after = page.get(page.size() - 1).executionId();
            }
        } while (page.size() == AT_ONCE);
        return purged;
    }

    /** @throws Failure CONFLICT when a job shares its instance with one that runs */
    public void purge(List<JobRun> over) {
        List<JobRun> together =
                runs.withSameInstances(over.stream().map(JobRun::instanceId).collect(Collectors.toSet()));
        together.stream().filter(run -> !run.state().isFinal()).findFirst().ifPresent(running -> {
            throw new Failure(ErrorCode.CONFLICT, "Job " + running.executionId() + " of the same instance runs.");
        });
        runs.delete(together);
        together.forEach(logs::delete);
    }
}
