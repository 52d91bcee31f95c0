package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.server.LoginRenewal;
import io.skyferry.cli.server.SavedLogin;
import io.skyferry.cli.terminal.Amounts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = "Sign in with Tapis in a browser, on this or another machine; this command keeps the token.",
        footer = "  skyferry login")
final class Login extends ServerCommand {
    @Option(names = "--client-id", paramLabel = "ID", description = "The OAuth2 client. Otherwise the first active.")
    private String clientId;

    @Override
    Session open(ConnectionOptions connection) {
        return connection.openAsNobody();
    }

    @Override
    ExitCode run(Session session) {
        if (session.api().isReadableOnTheWay()) {
            session.output().note("Warning: the token comes from the server without TLS.");
        }
        JsonObjectBuilder body = Json.createObjectBuilder();
        if (clientId != null) {
            body.add("client_id", clientId);
        }
        Fields begun = new Fields(session.api().post("/api/skyferry/device-sign-in", body.build()));
        session.output()
                .note("Open " + begun.text("verification_uri") + " and enter the code " + begun.text("user_code"));
        JsonObject given = await(session, begun);
        SavedLogin login = LoginRenewal.saved(session.api().server(), given, session.surroundings());
        session.output()
                .show(
                        Json.createObjectBuilder(given)
                                .remove("access_token")
                                .remove("renewal_token")
                                .build(),
                        () -> session.output()
                                .line("Logged in as " + login.user() + "; the token is valid until "
                                        + Amounts.time(login.expiresAt().toString()) + " and renewed before."));
        return ExitCode.DONE;
    }

    private static JsonObject await(Session session, Fields begun) {
        JsonObject poll = Json.createObjectBuilder()
                .add("client_id", begun.text("client_id"))
                .add("device_code", begun.text("device_code"))
                .build();
        Instant end = Instant.parse(begun.text("expires_at"));
        while (session.surroundings().clock().instant().isBefore(end)) {
            JsonObject answer = session.api().post("/api/skyferry/device-sign-in/poll", poll);
            if (!answer.getBoolean("pending", false)) {
                return answer;
            }
            pause(session);
        }
        throw CommandFailure.timedOut("Nobody entered the code in time.");
    }

    private static void pause(Session session) {
        try {
            session.surroundings().pause().pause(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted();
        }
    }
}
