package io.skyferry.cli;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.call.View;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description =
                "Compare what WebODM holds of a project with what was delivered. Changes nothing. Exit code 1 when "
                        + "something differs or the comparison failed.",
        footer = {"  skyferry verify 12 --full --wait", "  skyferry verify 12 --show"})
final class Verify extends ServerCommand {
    private static final View VIEW = View.details(
                    "verification",
                    Cell.of("State", verification -> verification.text("state")),
                    Cell.of("Compared", verification -> verification.flag("full") ? "sizes and hashes" : "sizes"),
                    Cell.of(
                            "Checked",
                            verification -> verification.text("checked") + " of " + verification.text("images")),
                    Cell.of("Differences", verification -> verification.text("differences")),
                    Cell.of("Started", verification -> Amounts.time(verification.text("started_at"))),
                    Cell.of("Error", verification -> Cell.error(verification.object("error"))))
            .then(View.table(
                    "verification.findings",
                    "",
                    Cell.of("IMAGE", finding -> finding.text("name")),
                    Cell.of("DIFFERENCE", finding -> finding.text("difference")),
                    Cell.of("EXPECTED", finding -> finding.text("expected")),
                    Cell.of("FOUND", finding -> finding.text("found"))));

    @Parameters(paramLabel = "ID", description = "The project's id, see 'skyferry projects'.")
    private long id;

    @Option(names = "--full", description = "Read and hash each image, not only its size.")
    private boolean full;

    @Option(names = "--show", description = "Start nothing; show the last comparison.")
    private boolean showing;

    @Mixin
    private WaitOptions wait;

    @Override
    ExitCode run(Session session) {
        String path = "/api/skyferry/projects/" + id + "/verify";
        JsonObject answer = showing
                ? session.api().get(path)
                : session.api()
                        .post(path, Json.createObjectBuilder().add("full", full).build());
        if (wait.waiting()) {
            answer = session.waiting().until(() -> session.api().get(path), Verify::isOver, wait.timeout());
        }
        JsonObject last = answer;
        session.output().show(last, () -> VIEW.print(new Fields(last), session.output()));
        return exitCode(new Fields(last).object("verification"));
    }

    private static boolean isOver(JsonObject answer) {
        return !new Fields(answer).object("verification").text("state").equals("RUNNING");
    }

    /** One that still runs is no failure yet, whatever it has found. */
    private static ExitCode exitCode(Fields verification) {
        String state = verification.text("state");
        boolean bad = state.equals("FAILED") || state.equals("DONE") && verification.number("differences") > 0;
        return bad ? ExitCode.WITH_FAILURES : ExitCode.DONE;
    }
}
