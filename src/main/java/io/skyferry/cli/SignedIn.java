package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.platform.failure.ErrorCode;
import java.util.List;

/** Says which client and user a scan uses, and checks the token before anything else happens. */
final class SignedIn {
    private static final String HINT = "Sign in with Tapis in the browser, or by 'skyferry sign-in --user NAME'.";

    private SignedIn() {}

    /**
     * @param clientId null for the first one with a valid token
     * @throws CommandFailure NO_TAPIS_TOKEN or TOKEN_EXPIRED
     */
    static void check(Session session, String clientId) {
        Fields status = new Fields(session.api().get(Status.PATH));
        session.output().line("User: " + status.text("user"));
        List<Fields> tokens = status.list("tokens").stream()
                .filter(token -> clientId == null || token.text("client_id").equals(clientId))
                .toList();
        if (tokens.isEmpty() && clientId == null && session.api().sendsTapisToken()) {
            session.output().line("Token: the one given to this command");
            return;
        }
        if (tokens.isEmpty()) {
            String whose = status.text("user") + (clientId == null ? "" : " with client " + clientId);
            throw CommandFailure.of(ErrorCode.NO_TAPIS_TOKEN, "The server keeps none for " + whose + ".", HINT);
        }
        print(
                session,
                tokens.stream()
                        .filter(token -> token.flag("is_valid"))
                        .findFirst()
                        .orElseThrow(() -> expired(tokens.get(0))));
    }

    private static void print(Session session, Fields token) {
        session.output()
                .line("Client: " + token.text("client_id") + " (" + token.text("client_name") + ", tenant "
                        + token.text("tenant_id") + ")");
        session.output().line("Token: valid until " + Amounts.time(token.text("expires_at")));
    }

    private static CommandFailure expired(Fields token) {
        String detail = "The token of client " + token.text("client_id") + " expired at "
                + Amounts.time(token.text("expires_at")) + ".";
        return CommandFailure.of(ErrorCode.TOKEN_EXPIRED, detail, HINT);
    }
}
