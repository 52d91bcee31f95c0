package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stop a job. What was delivered stays; a new sync goes on from there.")
final class Stop extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The job's id, see 'skyferry jobs'.")
    private long id;

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().post("/api/skyferry/jobs/" + id + "/stop", JsonValue.EMPTY_JSON_OBJECT);
        session.output().show(answer, () -> session.output().line(new Fields(answer).text("message")));
        return ExitCode.DONE;
    }
}
