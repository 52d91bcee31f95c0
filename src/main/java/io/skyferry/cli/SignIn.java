package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sign-in",
        description = "Sign in with Tapis by name (--user) and password. The server keeps the token, not this command.",
        footer = "  skyferry sign-in --user ada")
final class SignIn extends ServerCommand {
    @Option(names = "--client-id", paramLabel = "ID", description = "The OAuth2 client. Otherwise the first active.")
    private String clientId;

    @Mixin
    private PasswordOptions password;

    @Override
    Session open(ConnectionOptions connection) {
        return connection.openAsNobody();
    }

    @Override
    ExitCode run(Session session) {
        String user = connection()
                .user()
                .or(() -> session.surroundings().variable("SKYFERRY_USER"))
                .orElseThrow(() -> CommandFailure.usage("Nobody is named to sign in.", "Give --user NAME."));
        if (session.api().isReadableOnTheWay()) {
            session.output().note("Warning: the password goes to the server without TLS.");
        }
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("username", user)
                .add("password", password.read("Tapis password of " + user + ": ", session.surroundings()));
        if (clientId != null) {
            body.add("client_id", clientId);
        }
        JsonObject answer = session.api().post("/api/skyferry/sign-in", body.build());
        session.output().show(answer, () -> print(new Fields(answer), session.output()));
        return ExitCode.DONE;
    }

    private static void print(Fields answer, Output output) {
        output.line("Signed in as " + answer.text("user") + " with client " + answer.text("client_id")
                + "; the token is valid until " + Amounts.time(answer.text("expires_at")) + ".");
    }
}
