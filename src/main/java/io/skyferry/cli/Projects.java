package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "projects", description = "List your projects that were made from flights.")
final class Projects extends ServerCommand {
    private static final String PATH = "/api/tapis-storage/flight-projects/";

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get(PATH);
        List<Fields> projects = new Fields(answer).list("projects");
        session.output().show(answer, () -> {
            if (projects.isEmpty()) {
                session.output().line("No projects. Make them with 'skyferry create'.");
            } else {
                session.output().table(ProjectList.table(projects));
            }
        });
        return ExitCode.DONE;
    }

    static List<Long> listIds(ApiClient api) {
        return new Fields(api.get(PATH))
                .list("projects").stream().map(project -> project.number("id")).toList();
    }
}
