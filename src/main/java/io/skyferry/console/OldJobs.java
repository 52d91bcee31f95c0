package io.skyferry.console;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.upkeep.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Jobs that ended longer ago than the installation keeps them. */
@ApplicationScoped
public class OldJobs implements Purge {
    @Inject
    private JobPurge jobs;

    @Inject
    private Settings settings;

    @Override
    public String what() {
        return "job executions";
    }

    @Override
    public int purge() {
        return jobs.purgeOlderThan(Duration.ofDays(settings.schedule().jobDays()));
    }
}
