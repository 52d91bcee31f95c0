package io.skyferry.transfer;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.HostOutage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Has the steps before and after the transfer wait, as the transfer does, for a side that is away. */
@ApplicationScoped
public class SidePatience {
    private static final Logger LOG = Logger.getLogger(SidePatience.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * @param work is done again from its beginning, so it must be repeatable
     * @throws Failure the work's own, when that is no outage or the outage lasts too long; STOPPED
     */
    public <T> T run(SyncRun run, Supplier<T> work) {
        Instant since = null;
        Duration wait = FIRST_WAIT;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (Failure failure) {
                    since = since == null ? clock.instant() : since;
                    if (!HostOutage.isPossible(failure) || isTooLong(since)) {
                        throw failure;
                    }
                    wait(run, failure, since, longer(failure.retryAfter().orElse(wait), wait));
                    wait = longer(wait.multipliedBy(2), FIRST_WAIT);
                }
            }
        } finally {
            run.waitsFor(null);
        }
    }

    private boolean isTooLong(Instant since) {
        return Duration.between(since, clock.instant())
                        .compareTo(settings.transfer().longestOutage())
                >= 0;
    }

    private static Duration longer(Duration one, Duration least) {
        Duration capped = one.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : one;
        return capped.compareTo(least) > 0 ? capped : least;
    }

    private void wait(SyncRun run, Failure failure, Instant since, Duration wait) {
        String side = failure.code().name().startsWith("TAPIS") ? "TAPIS" : "WEBODM";
        LOG.info(() -> "The sync of project " + run.project() + " waits for " + side + " since " + since + ": "
                + failure.getMessage());
        run.waitsFor(new SyncWait(side, since));
        run.stop().sleep(wait);
    }
}
