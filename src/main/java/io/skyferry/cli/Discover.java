package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "discover",
        description = "Have the server look for flights and create their projects in the background.",
        footer = "  skyferry discover --wait")
final class Discover extends JobStart {
    @Mixin
    private SystemOptions systems;

    @Option(names = "--dry-run", description = "Create nothing; say what would be created.")
    private boolean dryRun;

    @Override
    JsonObject start(ApiClient api) {
        return start(api, "discover-flights", parameters());
    }

    private JsonObject parameters() {
        return systems.addTo(Json.createObjectBuilder().add("dry_run", dryRun)).build();
    }

    @Override
    void print(Fields result, Output output) {
        CreatedProjects.print(result, result.flag("dry_run"), output);
        if (result.number("projects_deferred") > 0) {
            output.line("Left to a later discovery, by your preferences: " + result.number("projects_deferred"));
        }
    }
}
