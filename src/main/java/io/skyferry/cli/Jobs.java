package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import io.skyferry.cli.watch.JobSubject;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "jobs", description = "List the latest jobs.")
final class Jobs extends ServerCommand {
    @Option(names = "--limit", paramLabel = "N", description = "At most so many (${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get("/api/skyferry/jobs?limit=" + limit);
        session.output().show(answer, () -> print(new Fields(answer).list("jobs"), session.output()));
        return ExitCode.DONE;
    }

    private static void print(List<Fields> jobs, Output output) {
        if (jobs.isEmpty()) {
            output.line("No jobs.");
            return;
        }
        Table table = new Table(
                right("JOB"),
                left("NAME"),
                left("STATUS"),
                left("RESULT"),
                left("STARTED"),
                right("TOOK"),
                right("PROJECT"),
                left("FLIGHT"),
                left("OWNER"));
        for (Fields job : jobs) {
            table.add(
                    job.text("job_id"),
                    job.text("job_name"),
                    job.text("status"),
                    JobSubject.hasEnded(job) ? job.text("exit_status") : "",
                    Amounts.time(job.text("started_at")),
                    took(job),
                    job.text("project_id"),
                    job.text("flight_name"),
                    job.text("owner"));
        }
        output.table(table);
    }

    static String took(Fields run) {
        return Amounts.between(run.text("started_at"), run.text("ended_at"))
                .map(Amounts::clock)
                .orElse("");
    }
}
