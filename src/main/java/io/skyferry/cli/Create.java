package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = "Create a WebODM project for each flight that has none yet.",
        footer = {"  skyferry create --dry-run", "  skyferry create --flight ptdatax.project.PTDATAX-284/Brighton_Beach"
        })
final class Create extends ServerCommand {
    @Mixin
    private SystemOptions systems;

    @Option(
            names = "--flight",
            arity = "1..*",
            paramLabel = "SYSTEM/NAME",
            description = "Only these flights: several after one --flight, or repeat it.")
    private final List<String> flights = new ArrayList<>();

    @Option(names = "--dry-run", description = "Create nothing; say what would be created.")
    private boolean dryRun;

    @Override
    ExitCode run(Session session) {
        if (!flights.isEmpty() && !systems.isEmpty()) {
            throw CommandFailure.usage("--flight and --systems exclude each other.", "A flight names its system.");
        }
        session.output().noteOnTerminal("Scanning ...");
        JsonObject answer = session.api().postScan("/api/tapis-storage/create-projects/", body(session));
        Fields results = new Fields(answer).object("results");
        session.output().show(answer, () -> CreatedProjects.print(results, dryRun, session.output()));
        return Problems.report(results, session.output());
    }

    private JsonObject body(Session session) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("dry_run", dryRun);
        if (flights.isEmpty()) {
            return systems.addTo(body.add("auto_discover", true)).build();
        }
        return body.add("flights", ChosenFlights.find(flights, session.api())).build();
    }
}
