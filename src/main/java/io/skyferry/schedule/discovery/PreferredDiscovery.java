package io.skyferry.schedule.discovery;

import io.skyferry.platform.batch.JobEnds;
import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.rest.Prefer;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import io.skyferry.schedule.run.StartedAnswer;
import io.skyferry.schedule.run.WorkStart.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Discovery for callers who would rather not wait, or not for long. */
@ApplicationScoped
public class PreferredDiscovery {
    @Inject
    private DiscoveryStart discoveries;

    @Inject
    private JobEnds ends;

    @Inject
    private RunLedger runs;

    /** The answer of a call that makes projects, as its synchronous sister's. */
    public record Made(boolean success, JsonObject results) {}

    /**
     * @return empty when the caller is to be answered while he waits: he prefers nothing else, or prefers only a wait
     *     and has no stored token, which work in the background needs
     * @throws Failure NO_TAPIS_TOKEN when he insists and has none; what the discovery failed of, if it did in time
     */
    Optional<Response> find(Caller caller, Prefer prefer, DiscoveryWish wish) {
        if (!prefer.isGiven()) {
            return Optional.empty();
        }
        try {
            Started started = discoveries.start(caller.owner(), Optional.of(caller.owner()), Occasion.REQUEST, wish);
            return Optional.of(answer(started, prefer, wish.mode()));
        } catch (Failure failure) {
            if (failure.code() == ErrorCode.NO_TAPIS_TOKEN && !prefer.respondAsync()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Response answer(Started started, Prefer prefer, DiscoveryMode mode) {
        return ends.await(started.job(), prefer.patience().orElse(Duration.ZERO))
                .map(ended -> Response.ok(result(started.job(), mode)))
                .orElseGet(() -> StartedAnswer.accepted(started))
                .header(Prefer.APPLIED, prefer.applied())
                .build();
    }

    private Object result(long job, DiscoveryMode mode) {
        BackgroundRun run = runs.findByJob(job)
                .orElseThrow(() -> new Failure(ErrorCode.JOB_NOT_FOUND, "Job " + job + " is not known any more."));
        JsonObject result = runs.findResult(run.id())
                .orElseThrow(() -> run.failure()
                        .orElseGet(() -> new Failure(ErrorCode.STOPPED, "The job ended before its work was done.")));
        return mode == DiscoveryMode.SCAN ? result : new Made(true, result);
    }
}
