package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.SavedLogin;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import picocli.CommandLine.Command;

@Command(
        name = "logout",
        description =
                "Forget the token of 'login', here and at the server, and revoke it at Tapis. Work that still runs "
                        + "at the server will ask for a new sign-in.",
        footer = "  skyferry logout")
final class Logout extends ServerCommand {
    @Override
    Session open(ConnectionOptions connection) {
        return connection.openAsLogin();
    }

    @Override
    ExitCode run(Session session) {
        URI server = session.api().server();
        Surroundings surroundings = session.surroundings();
        SavedLogin login = SavedLogin.find(server, surroundings).orElseThrow();
        SavedLogin.delete(server, surroundings);
        forgetAtServer(session, login);
        JsonObjectBuilder body = Json.createObjectBuilder().add("revoke", true);
        login.renewal().ifPresent(renewal -> body.add("renewal_token", renewal.reveal()));
        JsonObject answer = session.api().post("/api/skyferry/sign-out", body.build());
        session.output()
                .show(answer, () -> session.output().line("Logged out; " + login.user() + "'s token is revoked."));
        return ExitCode.DONE;
    }

    private static void forgetAtServer(Session session, SavedLogin login) {
        try {
            session.api()
                    .post(
                            "/api/oauth2/tapis/revoke/" + login.clientId() + "/",
                            Json.createObjectBuilder().build());
        } catch (CommandFailure e) {
            String code = e.document().getString("code", "");
            boolean gone =
                    code.equals(ErrorCode.NO_TAPIS_TOKEN.name()) || code.equals(ErrorCode.CLIENT_NOT_FOUND.name());
            if (!gone) {
                throw e;
            }
        }
    }
}
