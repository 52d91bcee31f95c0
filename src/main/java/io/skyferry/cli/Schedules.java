package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Table;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "schedules", description = "Show what the server does by itself, and when (operators).")
final class Schedules extends ServerCommand {
    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get("/api/skyferry/schedules");
        session.output().show(answer, () -> session.output().table(table(new Fields(answer).list("schedules"))));
        return ExitCode.DONE;
    }

    private static Table table(List<Fields> schedules) {
        Table table =
                new Table(left("NAME"), left("SCHEDULE"), left("NEXT"), left("LAST"), right("JOB"), left("ERROR"));
        for (Fields schedule : schedules) {
            Fields last =
                    schedule.list("last_runs").stream().findFirst().orElse(new Fields(JsonObject.EMPTY_JSON_OBJECT));
            table.add(
                    schedule.text("name"),
                    schedule.text("schedule"),
                    Amounts.time(schedule.text("next_at")),
                    Amounts.time(last.text("started_at")),
                    last.text("job_id"),
                    last.text("error"));
        }
        return table;
    }
}
