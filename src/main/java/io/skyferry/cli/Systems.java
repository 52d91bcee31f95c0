package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "systems", description = "List the Tapis systems that may hold flights.")
final class Systems extends ServerCommand {

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get("/api/tapis-storage/systems/");
        session.output().show(answer, () -> print(new Fields(answer).list("systems"), session.output()));
        return ExitCode.DONE;
    }

    private static void print(List<Fields> systems, Output output) {
        if (systems.isEmpty()) {
            output.line("No systems.");
            return;
        }
        Table table = new Table(left("SYSTEM"), left("HOST"), left("TYPE"), left("CREATED"), left("DESCRIPTION"));
        for (Fields system : systems) {
            table.add(
                    system.text("id"),
                    system.text("host"),
                    system.text("systemType"),
                    Amounts.time(system.text("created")),
                    system.text("description"));
        }
        output.table(table);
    }
}
