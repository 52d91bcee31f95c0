package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import java.util.List;

/** Prints what creating projects came to. */
final class CreatedProjects {
    private CreatedProjects() {}

    /** @param results the {@code results} of create-projects */
    static void print(Fields results, boolean dryRun, Output output) {
        output.line("Systems scanned: " + results.number("systems_scanned"));
        output.line("Flights discovered: " + results.number("flights_discovered"));
        output.line("Projects created: " + results.number("projects_created"));
        output.line("Projects already there: " + results.number("projects_existing"));
        output.line("Errors: " + errors(results));
        List<Fields> projects = results.list(dryRun ? "would_create" : "created_projects");
        if (!projects.isEmpty()) {
            output.line("");
            output.line(dryRun ? "Would create:" : "Created projects:");
            output.table(table(projects, dryRun));
        } else if (dryRun) {
            output.line("Nothing would be created.");
        }
    }

    private static int errors(Fields results) {
        return Math.max(results.texts("errors").size(), results.list("problems").size());
    }

    private static Table table(List<Fields> projects, boolean dryRun) {
        Table table = new Table(right("PROJECT"), left("NAME"), left("FLIGHT"), left("SYSTEM"), right("IMAGES"));
        for (Fields project : projects) {
            table.add(
                    dryRun ? "-" : project.text("project_id"),
                    project.text("project_name"),
                    project.text("flight_name"),
                    project.text("system_id"),
                    project.text("image_count"));
        }
        return table;
    }
}
