package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.watch.JobSubject;
import io.skyferry.cli.watch.ProjectSubject;
import io.skyferry.cli.watch.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "wait",
        description = "Wait until jobs or projects have ended, and show progress.",
        footer = {"  skyferry wait --job 41 42 --timeout 2h", "  skyferry wait --project 12 --processed"})
final class Wait extends ServerCommand {
    static final class Target {
        @Option(names = "--job", arity = "1..*", paramLabel = "ID", description = "Until these jobs have ended.")
        private final List<Long> jobs = new ArrayList<>();

        @Option(
                names = "--project",
                arity = "1..*",
                paramLabel = "ID",
                description = "Until no sync of these projects runs.")
        private final List<Long> projects = new ArrayList<>();

        @Option(names = "--all", description = "Until no sync of any of your projects runs.")
        private boolean all;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target;

    @Option(
            names = "--processed",
            description = "With --project or --all: also until WebODM has processed them. Exit code 0 if all are "
                    + "COMPLETED, 1 if one is FAILED, CANCELED or NEEDS_ATTENTION.")
    private boolean processed;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Timeout.class,
            defaultValue = "30m",
            description = "At most so long, like 90s, 30m or 1h30m (${DEFAULT-VALUE}).")
    private Duration timeout;

    @Override
    ExitCode run(Session session) {
        boolean forJobs = !target.jobs.isEmpty();
        if (forJobs && processed) {
            throw CommandFailure.usage("--processed is about projects, not jobs.", "Use it with --project or --all.");
        }
        List<Subject> subjects = forJobs ? jobs() : projects(session);
        WaitResult result = WaitResult.of(
                forJobs ? "jobs" : "projects",
                session.waiting().untilEnd(subjects, Optional.of(timeout)),
                subjects.size(),
                session);
        session.output().show(result.document(), () -> result.print(session.output()));
        return result.exitCode();
    }

    private List<Subject> jobs() {
        return target.jobs.stream().distinct().<Subject>map(JobSubject::new).toList();
    }

    private List<Subject> projects(Session session) {
        List<Long> ids = target.all ? OwnProjects.listIds(session.api()) : target.projects;
        return ids.stream()
                .distinct()
                .<Subject>map(id -> new ProjectSubject(id, processed))
                .toList();
    }
}
