package io.skyferry.cli;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.watch.JobSubject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command that starts a job and, if asked, waits for what comes of it. */
abstract class JobStart extends ServerCommand {
    @Mixin
    private WaitOptions wait;

    /** Has the server start it; the answer has its {@code job_id}. */
    abstract JsonObject start(ApiClient api);

    /** Starts a job by the name that the server knows. */
    static JsonObject start(ApiClient api, String job, JsonObject parameters) {
        JsonObject body = Json.createObjectBuilder()
                .add("name", job)
                .add("parameters", parameters)
                .build();
        return api.post("/api/skyferry/jobs", body);
    }

    @Override
    final ExitCode run(Session session) {
        JsonObject answer = start(session.api());
        long id = new Fields(answer).number("job_id");
        String verb = new Fields(answer).flag("already_running") ? "runs already" : "started";
        if (!wait.waiting()) {
            session.output().show(answer, () -> {
                session.output().line("Job " + id + " " + verb + ".");
                session.output().line("Follow with 'skyferry wait --job " + id + "'.");
            });
            return ExitCode.DONE;
        }
        session.output().noteOnTerminal("Job " + id + " " + verb + ".");
        return awaited(session, id);
    }

    private ExitCode awaited(Session session, long id) {
        List<Standing> standings = session.waiting().untilEnd(List.of(new JobSubject(id)), wait.timeout());
        Optional<Standing> ended = standings.stream().filter(Standing::ended).findFirst();
        if (ended.isEmpty()) {
            throw CommandFailure.timedOut("Job " + id + " has not ended in time.");
        }
        Fields job = new Fields(ended.get().document());
        JsonObject document = Json.createObjectBuilder()
                .add("success", ended.get().good())
                .add("job", ended.get().document())
                .build();
        session.output().show(document, () -> {
            if (job.has("result")) {
                print(job.object("result"), session.output());
            } else {
                session.output().line("Job " + id + ": " + JobSubject.outcome(job));
            }
        });
        complain(job, session.output());
        return ended.get().good() ? ExitCode.DONE : ExitCode.WITH_FAILURES;
    }

    private static void complain(Fields job, Output output) {
        String error = Cell.error(job.object("error"));
        if (!error.isEmpty()) {
            output.note("skyferry: " + error);
        }
        Problems.report(job.object("result"), output);
    }

    /** What came of it; all numbers unless a command knows better. */
    void print(Fields result, Output output) {
        result.object().forEach((name, value) -> {
            if (value instanceof JsonNumber number) {
                output.line(label(name) + ": " + number);
            }
        });
    }

    static String label(String field) {
        String words = field.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
