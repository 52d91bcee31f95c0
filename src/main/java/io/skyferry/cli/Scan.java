package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "scan",
        description = "Scan Tapis systems now and list the flights in them.",
        footer = {"  skyferry scan", "  skyferry scan --systems ptdatax.project.PTDATAX-284"})
final class Scan extends ServerCommand {
    @Mixin
    private SystemOptions systems;

    @Override
    ExitCode run(Session session) {
        session.output().noteOnTerminal("Scanning ...");
        JsonObject answer = session.api().postScan("/api/tapis-storage/discover-flights/", systems.body());
        Fields found = new Fields(answer);
        session.output().show(answer, () -> print(found, session.output()));
        return Problems.report(found, session.output());
    }

    private static void print(Fields found, Output output) {
        Table table = new Table(left("FLIGHT"), left("SYSTEM"), right("IMAGES"), right("SIZE"));
        for (Fields flight : found.list("flights")) {
            table.add(
                    flight.text("flight_name"),
                    flight.text("system_id"),
                    flight.text("image_count"),
                    flight.has("total_bytes") ? Amounts.megabytes(flight.number("total_bytes")) : "");
        }
        if (!found.list("flights").isEmpty()) {
            output.table(table);
            output.line("");
        }
        output.line("Systems scanned: " + found.number("systems_scanned"));
        output.line("Flights: " + found.list("flights").size());
    }
}
