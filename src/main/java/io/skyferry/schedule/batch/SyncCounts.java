package io.skyferry.schedule.batch;

import io.skyferry.platform.failure.Failure;
import io.skyferry.project.FlightProject;
import io.skyferry.transfer.SyncOutcome;
import io.skyferry.transfer.SyncStart;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** What became of an owner's projects when all of them were synced. Not thread-safe. */
final class SyncCounts {
    private final JsonArrayBuilder errors = Json.createArrayBuilder();
    private final JsonArrayBuilder syncs = Json.createArrayBuilder();
    private int projects;
    private int started;
    private int alreadyRunning;
    private int committed;
    private int upToDate;
    private int needsAttention;
    private int failed;

    /** @param project the ledger's id */
    record Sync(long project, long job, String name, Optional<Long> webOdmProject, boolean alreadyRunning) {}

    Sync started(FlightProject project, SyncStart.Started sync) {
        projects++;
        if (sync.alreadyRunning()) {
            alreadyRunning++;
        } else {
            started++;
        }
        return new Sync(project.id(), sync.job(), project.name(), project.webOdmProjectId(), sync.alreadyRunning());
    }

    void refused(FlightProject project, Failure failure) {
        projects++;
        failed++;
        errors.add(failure.code().title() + ": " + project.name() + " (" + failure.code() + "): " + failure.detail());
    }

    /** @param exit the exit status of its job; empty when its server died */
    void ended(Sync sync, Optional<String> exit) {
        String outcome = exit.orElse("INTERRUPTED");
        if (outcome.equals(SyncOutcome.COMMITTED.name())) {
            committed++;
        } else if (outcome.equals(SyncOutcome.NOTHING_TO_DO.name())) {
            upToDate++;
        } else if (isAttention(outcome)) {
            needsAttention++;
        } else {
            failed++;
            errors.add("Sync failed: " + sync.name() + " (job " + sync.job() + "): " + outcome);
        }
        JsonObjectBuilder shown = Json.createObjectBuilder();
        sync.webOdmProject().ifPresent(id -> shown.add("project_id", id));
        syncs.add(shown.add("project_name", sync.name())
                .add("job_id", sync.job())
                .add("already_running", sync.alreadyRunning())
                .add("exit_status", outcome));
    }

    private static boolean isAttention(String outcome) {
        return outcome.equals(SyncOutcome.NEEDS_ATTENTION.name())
                || outcome.equals(SyncOutcome.TOO_FEW_IMAGES.name())
                || outcome.equals(SyncOutcome.NEW_IMAGES.name());
    }

    boolean hasErrors() {
        return failed > 0;
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("projects", projects)
                .add("started", started)
                .add("already_running", alreadyRunning)
                .add("committed", committed)
                .add("up_to_date", upToDate)
                .add("needs_attention", needsAttention)
                .add("failed", failed)
                .add("errors", errors)
                .add("syncs", syncs)
                .build();
    }
}
