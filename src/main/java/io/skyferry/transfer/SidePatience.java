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
    /** Unless the side asks for more. */
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
                    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
                    if (!HostOutage.isPossible(failure) || isTooLong(since, asked)) {
                        throw failure;
                    }
                    wait(run, failure, since, asked.compareTo(wait) > 0 ? asked : wait);
                    wait = doubled(wait);
                }
            }
        } finally {
            run.waitsFor(null);
        }
    }

    /** Also when the side wants to be left alone for longer than anybody waits for it. */
    private boolean isTooLong(Instant since, Duration asked) {
        Duration longest = settings.transfer().longestOutage();
        return Duration.between(since, clock.instant()).compareTo(longest) >= 0 || asked.compareTo(longest) > 0;
    }

    private static Duration doubled(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private void wait(SyncRun run, Failure failure, Instant since, Duration wait) {
        String side = failure.code().name().startsWith("TAPIS") ? "TAPIS" : "WEBODM";
        LOG.info(() -> "The sync of project " + run.project() + " waits for " + side + " since " + since + ": "
                + failure.getMessage());
        run.waitsFor(new SyncWait(side, since));
        run.stop().sleep(wait);
    }
}
