package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.watch.JobSubject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Starts syncs, one per project, and waits for them if asked. One that can't start does not stop the others. */
final class SyncRuns {
    private final Session session;
    private final WaitOptions options;
    private final List<JsonObject> answers = new ArrayList<>();
    private final List<JobSubject> jobs = new ArrayList<>();
    private boolean refused;

    SyncRuns(Session session, WaitOptions options) {
        this.session = session;
        this.options = options;
    }

    /**
     * @param start sends the request that starts the sync of a project
     * @throws CommandFailure when there is only one project and its sync can't start
     */
    ExitCode run(List<Long> projectIds, LongFunction<JsonObject> start) {
        for (long projectId : projectIds) {
            try {
                started(projectId, start.apply(projectId));
            } catch (CommandFailure failure) {
                refused(failure, projectIds.size() == 1);
            }
        }
        ExitCode exitCode = options.waiting() ? awaited() : startedOnly(projectIds.size() == 1);
        return refused && exitCode == ExitCode.DONE ? ExitCode.WITH_FAILURES : exitCode;
    }

    private void started(long projectId, JsonObject answer) {
        Fields fields = new Fields(answer);
        answers.add(answer);
        if (fields.has("job_id")) {
            jobs.add(new JobSubject(fields.number("job_id")));
            String verb = fields.flag("already_running") ? "already running" : "started";
            session.output().line("Project " + projectId + ": sync " + verb + ", job " + fields.text("job_id"));
        } else {
            session.output().line("Project " + projectId + ": " + fields.text("message"));
        }
    }

    private void refused(CommandFailure failure, boolean only) {
        boolean hopeless = failure.exitCode() == ExitCode.INTERRUPTED || failure.exitCode() == ExitCode.NOT_SIGNED_IN;
        if (only || hopeless) {
            throw failure;
        }
        session.output().complain(failure);
        answers.add(failure.document());
        refused = true;
    }

    private ExitCode startedOnly(boolean single) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        answers.forEach(all::add);
        JsonObject document = single
                ? answers.get(0)
                : Json.createObjectBuilder()
                        .add("success", !refused)
                        .add("syncs", all)
                        .build();
        session.output()
                .show(
                        document,
                        () -> jobs.stream()
                                .findFirst()
                                .ifPresent(job -> session.output()
                                        .line("Follow with 'skyferry wait --job " + job.jobId() + "'.")));
        return ExitCode.DONE;
    }

    private ExitCode awaited() {
        WaitResult result =
                WaitResult.of("jobs", session.waiting().untilEnd(jobs, options.timeout()), jobs.size(), session);
        session.output().show(result.document(), () -> result.print(session.output()));
        return result.exitCode();
    }
}
