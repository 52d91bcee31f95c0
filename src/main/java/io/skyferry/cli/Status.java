package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import jakarta.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description =
                "Show as whom the server knows you and which Tapis tokens it keeps. Exit code 3 when none is valid.",
        footer = "  skyferry status")
final class Status extends ServerCommand {
    static final String PATH = "/api/oauth2/tapis/status/";

    @Override
    ExitCode run(Session session) {
        JsonObject answer = session.api().get(PATH);
        Fields status = new Fields(answer);
        session.output().show(answer, () -> print(status, session.output()));
        boolean valid = status.list("tokens").stream().anyMatch(token -> token.flag("is_valid"));
        return valid ? ExitCode.DONE : ExitCode.NOT_SIGNED_IN;
    }

    private static void print(Fields status, Output output) {
        output.line("User: " + status.text("user"));
        List<Fields> tokens = status.list("tokens");
        if (tokens.isEmpty()) {
            output.line("No Tapis token found: sign in with Tapis in the browser, or by 'skyferry sign-in'.");
            return;
        }
        Table table = new Table(left("CLIENT"), left("NAME"), left("TENANT"), left("TOKEN"), left("EXPIRES"));
        for (Fields token : tokens) {
            table.add(
                    token.text("client_id"),
                    token.text("client_name"),
                    token.text("tenant_id"),
                    token.flag("is_valid") ? "valid" : "expired",
                    Amounts.time(token.text("expires_at")));
        }
        output.table(table);
    }
}
