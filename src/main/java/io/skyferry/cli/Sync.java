package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sync",
        description = "Bring the images of projects from Tapis into WebODM.",
        footer = {"  skyferry sync 12 13 --wait", "  skyferry sync 12 --reprocess"})
final class Sync extends ServerCommand {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "The projects' ids, see 'skyferry projects'.")
    private final List<Long> projects = new ArrayList<>();

    @Option(names = "--all", description = "All your projects.")
    private boolean all;

    @Mixin
    private Wishes wishes;

    @Mixin
    private WaitOptions wait;

    @Override
    ExitCode run(Session session) {
        if (all == !projects.isEmpty()) {
            throw CommandFailure.usage("Name projects, or give --all.", "For example: skyferry sync 12 --wait");
        }
        List<Long> ids = all ? OwnProjects.listIds(session.api()) : projects;
        if (ids.isEmpty()) {
            session.output().line("No projects. Make them with 'skyferry create'.");
        }
        return new SyncRuns(session, wait).run(ids, id -> start(session.api(), id));
    }

    private JsonObject start(ApiClient api, long projectId) {
        if (!wishes.isEmpty()) {
            return api.post("/api/skyferry/projects/" + projectId + "/syncs", wishes.body());
        }
        JsonObject body =
                Json.createObjectBuilder().add("project_id", projectId).build();
        return api.post("/api/tapis-storage/sync-project-images/", body);
    }
}
