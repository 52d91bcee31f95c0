package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Details;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "job", description = "Show one job: its steps, its progress, its error.", footer = "  skyferry job 41")
final class Job extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The job's id, see 'skyferry jobs'.")
    private long id;

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get("/api/skyferry/jobs/" + id);
        Fields job = new Fields(answer).object("job");
        session.output().show(answer, () -> print(job, session.output()));
        return ExitCode.DONE;
    }

    private static void print(Fields job, Output output) {
        Fields progress = job.object("progress");
        boolean counted = progress.number("images_total") > 0;
        new Details()
                .add("Job", job.text("job_id") + " " + job.text("job_name"))
                .add("Status", job.text("status"))
                .add("Result", job.text("exit_status"))
                .add("Started", Amounts.time(job.text("started_at")))
                .add("Ended", Amounts.time(job.text("ended_at")))
                .add("Took", Cell.took(job))
                .add("Owner", job.text("owner"))
                .add("Project", job.text("project_id"))
                .add("Flight", job.text("flight_name"))
                .add("System", job.text("system_id"))
                .add("Images", counted ? images(progress) : "")
                .add("Size", counted ? size(progress) : "")
                .add("Error", Cell.error(job.object("error")))
                .print(output);
        printSteps(job.list("steps"), output);
    }

    private static String images(Fields progress) {
        return progress.number("images_delivered") + " of " + progress.number("images_total") + " delivered, "
                + progress.number("images_failed") + " failed, " + progress.number("images_refused") + " refused";
    }

    private static String size(Fields progress) {
        return Amounts.megabytes(progress.number("bytes_delivered"), progress.number("bytes_total"));
    }

    private static void printSteps(List<Fields> steps, Output output) {
        if (steps.isEmpty()) {
            return;
        }
        Table table = new Table(left("STEP"), left("STATUS"), left("RESULT"), left("STARTED"), right("TOOK"));
        for (Fields step : steps) {
            table.add(
                    step.text("name"),
                    step.text("status"),
                    step.text("exit_status"),
                    Amounts.time(step.text("started_at")),
                    Cell.took(step));
        }
        output.line("");
        output.table(table);
    }
}
