package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import jakarta.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "log",
        description = "Print the log of a job and its partitions. With --json it is the field 'log' of a document.",
        footer = {"  skyferry log 41 --tail 50", "  skyferry log 41 --whole"})
final class JobLog extends ServerCommand {
    static final class Extent {
        @Option(names = "--tail", paramLabel = "N", description = "The last N lines, 200 if absent.")
        private Integer tail;

        @Option(names = "--whole", description = "All of it.")
        private boolean whole;
    }

    @Parameters(paramLabel = "ID", description = "The job's id, see 'skyferry jobs'.")
    private long id;

    @ArgGroup(exclusive = true)
    private Extent extent = new Extent();

    @Override
    ExitCode run(Session session) {
        String lines = extent.tail == null ? "" : "?tail=" + extent.tail;
        String text = session.api().getText("/api/skyferry/jobs/" + id + "/log" + (extent.whole ? "?download" : lines));
        session.output()
                .show(
                        Json.createObjectBuilder()
                                .add("success", true)
                                .add("job_id", id)
                                .add("log", text)
                                .build(),
                        () -> text.lines().forEach(session.output()::line));
        return ExitCode.DONE;
    }
}
