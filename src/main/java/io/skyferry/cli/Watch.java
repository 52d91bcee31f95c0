package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.watch.EventFeed;
import io.skyferry.cli.watch.JobSubject;
import io.skyferry.cli.watch.ServerEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        description = "Print what happens, as it happens: a line for each event, with --json a document on each line. "
                + "Goes on by itself after a lost connection, without missing anything. Ends when it is interrupted, "
                + "with --job when the job has ended.",
        footer = {
            "  skyferry watch",
            "  skyferry watch --project 12 --no-progress",
            "  skyferry watch --job 41 --timeout 2h",
            "  skyferry watch --everybody --kind needs_attention sign_in_needed --json"
        })
final class Watch extends ServerCommand {
    static final class Target {
        @Option(names = "--project", paramLabel = "ID", description = "Only this project.")
        private Long project;

        @Option(
                names = "--job",
                paramLabel = "ID",
                description = "Only this job, such as a sync, until it has ended. Exit code 1 when it failed.")
        private Long job;
    }

    @ArgGroup(exclusive = true)
    private Target target = new Target();

    @Option(names = "--everybody", description = "Everybody's events, not only yours (operators).")
    private boolean everybody;

    @Option(
            names = "--kind",
            arity = "1..*",
            paramLabel = "KIND",
            description = "Only events of these kinds, such as sync_ended or needs_attention.")
    private final List<String> kinds = new ArrayList<>();

    @Option(names = "--no-progress", description = "Without the progress of syncs, which comes every second.")
    private boolean withoutProgress;

    @Option(names = "--since", paramLabel = "ID", description = "Also what came after this event.")
    private Long since;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Timeout.class,
            description = "End after so long, like 90s or 2h: exit code 0, with --job 8.")
    private Duration timeout;

    private Standing ended;

    @Override
    ExitCode run(Session session) {
        EventFeed feed = new EventFeed(
                session.api(),
                session.surroundings(),
                session.output(),
                query(),
                since == null ? "" : since.toString());
        boolean finished = feed.follow(event -> isEnough(event, session), Optional.ofNullable(timeout));
        if (finished) {
            return ended.good() ? ExitCode.DONE : ExitCode.WITH_FAILURES;
        }
        if (target.job != null) {
            throw CommandFailure.timedOut("Job " + target.job + " has not ended in time.");
        }
        return ExitCode.DONE;
    }

    private String query() {
        List<String> query = new ArrayList<>();
        if (target.project != null) {
            query.add("project=" + target.project);
        }
        if (everybody) {
            query.add("scope=all");
        }
        return String.join("&", query);
    }

    private boolean isEnough(ServerEvent event, Session session) {
        if (event.name().equals("reset")) {
            session.output().note("The server has forgotten what came before; from now on nothing is missed.");
        }
        if (isWanted(event)) {
            session.output()
                    .showNext(event.data().object(), () -> session.output().line(line(event.name(), event.data())));
        }
        return target.job != null && mayHaveEnded(event) && hasEnded(session);
    }

    private boolean isWanted(ServerEvent event) {
        return !event.isOfTheStream()
                && !(withoutProgress && event.name().equals("sync_progress"))
                && (kinds.isEmpty() || kinds.contains(event.name()))
                && (target.job == null || event.data().number("job_id") == target.job);
    }

    /** A look now and then, too: of somebody else's job no events come. */
    private boolean mayHaveEnded(ServerEvent event) {
        boolean change = event.name().equals("sync_ended") || event.name().equals("job_changed");
        return event.isOfTheStream() || change && event.data().number("job_id") == target.job;
    }

    private boolean hasEnded(Session session) {
        Standing standing = new JobSubject(target.job).look(session.api());
        if (!standing.ended()) {
            return false;
        }
        ended = standing;
        JsonObject document = Json.createObjectBuilder()
                .add("success", standing.good())
                .add("job", standing.document())
                .build();
        session.output().showNext(document, () -> session.output().line(standing.label() + ": " + standing.phase()));
        return true;
    }

    private static String line(String name, Fields event) {
        List<String> parts = new ArrayList<>();
        parts.add(Amounts.time(event.text("at")));
        parts.add(name);
        add(parts, event.has("flight_name") ? event.text("flight_name") + " (" + event.text("system_id") + ")" : "");
        add(parts, event.text("state"));
        add(parts, event.has("images") ? images(event.object("images")) : "");
        add(parts, event.has("job_id") ? "job " + event.text("job_id") : "");
        add(parts, event.has("projects_created") ? "projects created: " + event.text("projects_created") : "");
        String code = event.text("error_code");
        add(parts, code.isEmpty() ? "" : event.text("error_detail") + " (" + code + ")");
        return String.join("  ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }

    private static String images(Fields images) {
        long total = images.number("listed")
                + images.number("delivered")
                + images.number("failed")
                + images.number("refused");
        return images.number("delivered") + " of " + total + " images, "
                + Amounts.megabytes(images.number("bytes_delivered"), images.number("bytes_total"));
    }
}
