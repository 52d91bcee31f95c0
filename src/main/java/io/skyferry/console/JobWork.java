package io.skyferry.console;

import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** What a job that is no sync was started for, and what came of it. */
@ApplicationScoped
public class JobWork {
    @Inject
    private RunLedger runs;

    /** @param parameters the job's; empty = a sync, or a run whose row was purged */
    Optional<BackgroundRun> find(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get("run")).map(Long::parseLong).flatMap(runs::find);
    }

    Optional<JsonObject> findResult(BackgroundRun run) {
        return runs.findResult(run.id());
    }
}
