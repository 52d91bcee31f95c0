package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Pages to look at, so that links into WebODM lead somewhere. Open to everybody: the sandbox has no secrets. */
final class Pages {
    private final World world;
    private final Answers answers;

    Pages(World world, Answers answers) {
        this.world = world;
        this.answers = answers;
    }

    void declare(Router router) {
        for (String path : List.of("/", "/dashboard/")) {
            router.get(path, request -> answers.dressPage(request, page(project -> true)));
        }
        for (String path : List.of("/map/project/{project}/", "/map/project/{project}/task/{task}/")) {
            router.get(
                    path,
                    request -> answers.dressPage(
                            request, page(project -> request.path("project").equals("" + project.id()))));
        }
    }

    private Answer page(Predicate<ProjectRow> wanted) {
        return world.call(() -> {
            String projects =
                    world.projects().stream().filter(wanted).map(this::section).collect(Collectors.joining());
            String body = "<h1>WebODM sandbox</h1><p>Not a real WebODM: it keeps what is uploaded and computes nothing."
                    + "</p>" + (projects.isEmpty() ? "<p>No project here.</p>" : projects);
            return Answers.html(200, "Dashboard", body);
        });
    }

    private String section(ProjectRow project) {
        String rows = world.tasksOf(project.id()).stream().map(Pages::row).collect(Collectors.joining());
        return "<section><h2><a href=\"/map/project/" + project.id() + "/\">" + escape(project.name())
                + "</a></h2><p>Owner " + escape(project.owner()) + ". " + escape(project.description()) + " "
                + escape(String.join(" ", project.tags())) + "</p>"
                + "<table><tr><th>Task</th><th>Images</th><th>State</th></tr>" + rows + "</table></section>";
    }

    private static String row(TaskRow task) {
        return "<tr><td>" + escape(task.text("name")) + "</td><td>" + task.get("images_count") + "</td><td>"
                + escape(task.stateInWords()) + "</td></tr>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
