package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.query;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Systems and flights. */
final class FlightCalls {
    private static final Parameter FLIGHT = Parameter.id("The flight's id, see 'skyferry flights'.");
    private static final String[] PLAN_KINDS = {"NEW", "CHANGED", "WAITING", "DELIVERED", "REFUSED", "GONE"};

    private FlightCalls() {}

    static List<Call> list() {
        return List.of(systems(), flights(), flight(), plan(), plannedImages());
    }

    private static Call systems() {
        return Call.get("systems", "/api/tapis-storage/systems/", "List the Tapis systems that may hold flights.")
                .shows(View.table(
                        "systems",
                        "No systems.",
                        Cell.text("SYSTEM", "id"),
                        Cell.text("HOST", "host"),
                        Cell.text("TYPE", "systemType"),
                        Cell.time("CREATED", "created"),
                        Cell.text("DESCRIPTION", "description")))
                .example("systems", "systems --json");
    }

    private static Call flights() {
        return Call.get(
                        "flights",
                        "/api/skyferry/flights",
                        "List the flights that your scans found, and what became of each. 'scan' looks for new ones.")
                .with(
                        query("q", "--search", "TEXT", "Only flights with this in their name."),
                        query("system", "--system", "ID", "Only flights of this system."),
                        query("state", "--state", "STATE", "Only flights whose project is in this state, or none.")
                                .among(Stream.concat(Stream.of("none"), Arrays.stream(ProjectCalls.STATES))
                                        .toArray(String[]::new)),
                        query("has_project", "--has-project", "true|false", "Only flights with, or without, a project.")
                                .as(Parameter.Kind.BOOLEAN),
                        query("since", "--since", "TIME", "Last seen then or later, like 2026-05-01T10:00:00Z."),
                        query("until", "--until", "TIME", "Last seen before then."),
                        query("changed_since", "--changed-since", "TIME", "Only flights that changed since then."),
                        query(
                                        "sort",
                                        "--sort",
                                        "ORDER",
                                        "By name, changed_at, first_seen, image_count or bytes; a '-' "
                                                + "before it turns it round: --sort=-bytes.")
                                .among("name", "changed_at", "first_seen", "image_count", "bytes"),
                        query("owner", "--owner", "NAME@TENANT", "What this user sees (operators)."))
                .in(Paging.whole("flights", 500))
                .shows(View.table(
                        "flights",
                        "No flights. Look for some with 'skyferry scan'.",
                        Cell.number("ID", "id"),
                        Cell.text("FLIGHT", "name"),
                        Cell.text("SYSTEM", "system_id"),
                        Cell.number("IMAGES", "image_count"),
                        Cell.size("SIZE", "bytes"),
                        Cell.time("SEEN", "last_seen"),
                        Cell.number("PROJECT", "project.id"),
                        Cell.of("STATE", FlightCalls::state)))
                .example(
                        "flights --system ptdatax.project.PTDATAX-284 --state none",
                        "flights --search beach --changed-since 2026-05-01T00:00:00Z --sort=-changed_at");
    }

    private static String state(Fields flight) {
        return flight.object("project").text("state") + (flight.flag("gone") ? " (gone from Tapis)" : "");
    }

    private static Call flight() {
        return Call.get("flight", "/api/skyferry/flights/{id}", "Show one flight.")
                .with(FLIGHT)
                .shows(View.details(
                        "flight",
                        Cell.of("Flight", flight -> flight.text("id") + " " + flight.text("name")),
                        Cell.text("System", "system_id"),
                        Cell.text("Path", "images_path"),
                        Cell.text("Images", "image_count"),
                        Cell.size("Size", "bytes"),
                        Cell.time("First seen", "first_seen"),
                        Cell.time("Last seen", "last_seen"),
                        Cell.time("Changed", "changed_at"),
                        Cell.of("Project", flight -> ProjectCalls.named(flight.object("project"))),
                        Cell.of("State", FlightCalls::state),
                        Cell.of(
                                "Error",
                                flight -> Cell.error(flight.object("project").object("error")))))
                .example("flight 3");
    }

    private static Call plan() {
        return Call.get("plan", "/api/skyferry/flights/{id}/plan", "Say what a sync of a flight would do now.")
                .with(FLIGHT)
                .shows(View.details(
                                "",
                                Cell.of("Flight", answer -> named(answer.object("flight"))),
                                Cell.of("Project", answer -> ProjectCalls.named(answer.object("project"))),
                                kind("New", "new"),
                                kind("Changed", "changed"),
                                kind("Waiting", "waiting"),
                                kind("Delivered", "delivered"),
                                kind("Refused", "refused"),
                                kind("Gone", "gone"),
                                kind("To move", "to_move"),
                                Cell.of("Takes", FlightCalls::estimate))
                        .then((answer, output) -> answer.object("plan")
                                .list("warnings")
                                .forEach(warning -> output.line(warning.text("code") + ": " + warning.text("text") + " "
                                        + String.join(", ", warning.texts("images"))))))
                .example("plan 3");
    }

    private static Cell kind(String title, String field) {
        return Cell.of(title, answer -> {
            Fields kind = answer.object("plan").object(field);
            long images = kind.number("images");
            return images == 0 ? "" : images + " images, " + Amounts.megabytes(kind.number("bytes"));
        });
    }

    private static String estimate(Fields answer) {
        Fields plan = answer.object("plan");
        Function<Fields, String> how = rate -> rate.flag("measured") ? "as the last syncs went" : "a guess";
        return "about " + Amounts.clock(java.time.Duration.ofSeconds(plan.number("estimated_seconds"))) + ", "
                + how.apply(plan.object("rate"));
    }

    private static String named(Fields flight) {
        return flight.text("id") + " " + flight.text("name") + " on " + flight.text("system_id");
    }

    private static Call plannedImages() {
        return Call.get(
                        "plan-images",
                        "/api/skyferry/flights/{id}/images",
                        "List the images of a flight as Tapis lists them now, and what a sync would do with each.")
                .with(FLIGHT, query("plan", "--plan", "KIND", "Only these.").among(PLAN_KINDS))
                .in(Paging.whole("images", 1000))
                .shows(View.table(
                        "images",
                        "No images.",
                        Cell.text("IMAGE", "name"),
                        Cell.size("SIZE", "size"),
                        Cell.time("MODIFIED", "last_modified"),
                        Cell.text("PLAN", "plan"),
                        Cell.text("STATE", "state"),
                        Cell.text("CODE", "error.code")))
                .example("plan-images 3 --plan NEW");
    }
}
