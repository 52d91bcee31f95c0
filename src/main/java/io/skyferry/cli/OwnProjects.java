package io.skyferry.cli;

import io.skyferry.cli.call.Pages;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import java.util.List;

/** The caller's projects, for commands that work on all of them. */
final class OwnProjects {
    private static final int PAGE = 500;

    private OwnProjects() {}

    static List<Long> listIds(ApiClient api) {
        return new Fields(Pages.all(api, "/api/tapis-storage/flight-projects/", "projects", PAGE))
                .list("projects").stream().map(project -> project.number("id")).toList();
    }
}
