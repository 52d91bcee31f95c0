package io.skyferry.cli;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Details;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.watch.ProjectSubject;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "project",
        description = "Show one project: its images, its sync, what WebODM does with it.",
        footer = "  skyferry project 12")
final class Project extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The project's id, see 'skyferry projects'.")
    private long id;

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get("/api/skyferry/projects/" + id);
        Fields project = new Fields(answer).object("project");
        session.output().show(answer, () -> print(project, session.output()));
        return ExitCode.DONE;
    }

    private static void print(Fields project, Output output) {
        Fields webodm = project.object("webodm");
        Counts counts = ProjectSubject.counts(project);
        new Details()
                .add("Project", project.text("id") + " " + project.text("name"))
                .add("State", project.text("state"))
                .add("Flight", project.text("flight_name") + " on " + project.text("system_id"))
                .add("Images", images(project.object("images"), counts))
                .add("Size", Amounts.megabytes(counts.bytesDone(), counts.bytesTotal()))
                .add("Sync", sync(project.object("sync")))
                .add("Task", project.text("task_id"))
                .add("WebODM", webodm.text("status"))
                .add("Processed", webodm.has("running_progress") ? percent(webodm.decimal("running_progress")) : "")
                .add("Page", webodm.text("project_url"))
                .add("Error", Cell.error(project.object("error")))
                .print(output);
    }

    private static String images(Fields images, Counts counts) {
        return counts.imagesDone() + " of " + counts.imagesTotal() + " delivered, " + images.number("failed")
                + " failed, " + images.number("refused") + " refused, " + images.number("gone") + " gone";
    }

    private static String sync(Fields sync) {
        return sync.flag("running") ? "running, job " + sync.text("job_id") : "not running";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
