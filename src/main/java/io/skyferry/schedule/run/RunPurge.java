package io.skyferry.schedule.run;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.upkeep.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Runs are kept as long as ended jobs. */
@ApplicationScoped
public class RunPurge implements Purge {
    @Inject
    private RunLedger runs;

    @Inject
    private WorkClaims claims;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String what() {
        return "background runs";
    }

    @Override
    public int purge() {
        Instant before =
                clock.instant().minus(Duration.ofDays(settings.schedule().jobDays()));
        int purged = runs.purge(before);
        claims.forgetUnused();
        return purged;
    }
}
