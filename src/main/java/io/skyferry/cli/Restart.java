package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        description =
                "Start a new job for what a job left. After a decision failed and refused images are brought again, "
                        + "unless an option says otherwise.",
        footer = "  skyferry restart 41 --wait")
final class Restart extends JobStart {
    @Parameters(paramLabel = "ID", description = "The job's id, see 'skyferry jobs'.")
    private long id;

    @Mixin
    private Wishes wishes;

    @Override
    JsonObject start(ApiClient api) {
        return api.post("/api/skyferry/jobs/" + id + "/restart", wishes.body());
    }
}
