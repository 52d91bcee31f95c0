package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import jakarta.json.JsonValue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "retry",
        description = "Try the failed images of a project again.",
        footer = "  skyferry retry 12 --wait")
final class RetryFailed extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The project's id, see 'skyferry projects'.")
    private long id;

    @Mixin
    private WaitOptions wait;

    @Override
    ExitCode run(Session session) {
        String path = "/api/skyferry/projects/" + id + "/retry-failed";
        return new SyncRuns(session, wait)
                .run(List.of(id), project -> session.api().post(path, JsonValue.EMPTY_JSON_OBJECT));
    }
}
