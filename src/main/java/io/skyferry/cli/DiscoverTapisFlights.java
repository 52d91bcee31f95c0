package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Surroundings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code discover_tapis_flights}, as scripts have called it before Skyferry. */
@Command(
        name = "discover_tapis_flights",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Scan the Tapis systems of a user and create a WebODM project for each flight that has none yet.",
        sortOptions = false,
        footer = {
            "  discover_tapis_flights --user ada --dry-run",
            "  discover_tapis_flights --user ada --systems ptdatax.project.PTDATAX-284"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:finished, but some systems or flights failed, which are reported",
            " 2:wrong usage or setting",
            " 3:no Tapis token found, or the token expired",
            " 4:not allowed",
            " 5:not found",
            " 6:conflict with the current state",
            " 7:server, Tapis or WebODM not reachable or failing",
            " 130:interrupted"
        })
final class DiscoverTapisFlights implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection;

    @Option(names = "--client-id", paramLabel = "ID", description = "The OAuth2 client. Otherwise the first active.")
    private String clientId;

    @Option(names = "--dry-run", description = "Create nothing; list what would be created.")
    private boolean dryRun;

    @Mixin
    private SystemOptions systems;

    private DiscoverTapisFlights(Surroundings surroundings) {
        this.connection = new ConnectionOptions(surroundings);
    }

    @Override
    public Integer call() {
        Session session = connection.open();
        SignedIn.check(session, clientId);
        session.output().line(dryRun ? "Scanning (dry run: nothing is created) ..." : "Scanning ...");
        JsonObject answer = session.api().postScan("/api/tapis-storage/create-projects/", body());
        Fields results = new Fields(answer).object("results");
        session.output().show(answer, () -> CreatedProjects.print(results, dryRun, session.output()));
        ExitCode exitCode = Problems.report(results, session.output());
        return exitCode.status();
    }

    private JsonObject body() {
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("auto_discover", true).add("dry_run", dryRun);
        if (clientId != null) {
            body.add("client_id", clientId);
        }
        return systems.addTo(body).build();
    }

    static CommandLine commandLine() {
        return new CommandLine(new DiscoverTapisFlights(ThisProcess.surroundings()));
    }

    /** @return the exit status */
    static int run(Surroundings surroundings, String... arguments) {
        DiscoverTapisFlights command = new DiscoverTapisFlights(surroundings);
        return new Program(new CommandLine(command), command.connection, surroundings).run(arguments);
    }

    public static void main(String... arguments) {
        System.exit(run(ThisProcess.surroundings(), arguments));
    }
}
