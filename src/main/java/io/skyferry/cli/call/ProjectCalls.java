package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.query;

import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.watch.ProjectSubject;
import java.util.List;
import java.util.function.Function;

/** Projects and their syncs, as far as they are one request. */
final class ProjectCalls {
    static final String[] STATES = {
        "CREATED", "SYNCING", "NEEDS_ATTENTION", "COMMITTED", "PROCESSING", "COMPLETED", "FAILED", "CANCELED"
    };

    private static final Parameter PROJECT = Parameter.id("The project's id, see 'skyferry projects'.");

    private ProjectCalls() {}

    static List<Call> list() {
        return List.of(projects(), syncs(), stop(), duplicates());
    }

    private static Call projects() {
        return Call.get("projects", "/api/skyferry/projects", "List your projects that were made from flights.")
                .with(
                        query("state", "--state", "STATE", "Only projects in this state.")
                                .among(STATES),
                        query("system", "--system", "ID", "Only projects of this system's flights."),
                        query("q", "--search", "TEXT", "Only projects with this in their flight's name."),
                        query("owner", "--owner", "NAME@TENANT", "This user's projects, '*' for all (operators)."))
                .in(Paging.whole("projects", 500))
                .shows(View.table(
                        "projects",
                        "No projects. Make them with 'skyferry create'.",
                        Cell.number("ID", "id"),
                        Cell.text("FLIGHT", "flight_name"),
                        Cell.text("SYSTEM", "system_id"),
                        Cell.text("STATE", "state"),
                        counted("IMAGES", counts -> counts.imagesDone() + "/" + counts.imagesTotal()),
                        counted("FAILED", counts -> Long.toString(counts.imagesFailed())),
                        counted("SIZE", counts -> Amounts.megabytes(counts.bytesDone(), counts.bytesTotal()))))
                .example("projects --state NEEDS_ATTENTION", "projects --search beach --json");
    }

    private static Cell counted(String title, Function<Counts, String> value) {
        return Cell.right(title, project -> value.apply(ProjectSubject.counts(project)));
    }

    static String named(Fields project) {
        return (project.text("id") + " " + project.text("name")).strip();
    }

    private static Call syncs() {
        return Call.get("syncs", "/api/skyferry/projects/{id}/syncs", "List the syncs of a project, newest first.")
                .with(PROJECT)
                .in(Paging.page("syncs", "after"))
                .shows(View.table(
                        "syncs",
                        "No syncs. Start one with 'skyferry sync'.",
                        Cell.number("JOB", "job_id"),
                        Cell.text("STATUS", "status"),
                        Cell.text("RESULT", "outcome"),
                        Cell.time("STARTED", "started_at"),
                        Cell.took("TOOK"),
                        Cell.size("MOVED", "bytes_moved"),
                        Cell.of("WISHES", ProjectCalls::wishes)))
                .example("syncs 12 --limit 5");
    }

    private static String wishes(Fields sync) {
        Fields wishes = sync.object("wishes");
        List<String> wanted =
                wishes.object().keySet().stream().filter(wishes::flag).toList();
        return String.join(", ", wanted).replace('_', '-');
    }

    private static Call stop() {
        return Call.post(
                        "stop-sync",
                        "/api/skyferry/projects/{id}/stop",
                        "Stop the sync of a project. What was delivered stays; a new sync goes on from there.")
                .with(PROJECT)
                .example("stop-sync 12");
    }

    private static Call duplicates() {
        return Call.get(
                        "duplicates",
                        "/api/skyferry/projects/{id}/duplicates",
                        "List delivered images of a project with the same content, here and in your other flights.")
                .with(
                        PROJECT,
                        query("limit", "--limit", "N", "At most so many of each (100).")
                                .as(Parameter.Kind.NUMBER))
                .shows(View.line(Cell.text("Inside this flight: ", "inside"))
                        .then((answer, output) -> answer.list("groups")
                                .forEach(group -> output.line("  " + String.join(", ", group.texts("names")))))
                        .then(View.line(Cell.text("In other flights: ", "elsewhere")))
                        .then(View.table(
                                "others",
                                "",
                                Cell.text("IMAGE", "name"),
                                Cell.text("SAME AS", "other_name"),
                                Cell.text("FLIGHT", "flight_name"),
                                Cell.text("SYSTEM", "system_id"),
                                Cell.number("PROJECT", "project_id"))))
                .example("duplicates 12");
    }
}
