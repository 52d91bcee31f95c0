package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "link-webodm",
        description = "Tell the server as whom to act in WebODM for you; it keeps an account's password encrypted.",
        footer = {
            "  skyferry link-webodm --username ada",
            "  skyferry link-webodm --acting signing-key",
            "  skyferry link-webodm --show"
        })
final class LinkWebOdm extends ServerCommand {
    private static final String PATH = "/api/skyferry/webodm-account";

    static final class Action {
        @Option(names = "--username", paramLabel = "NAME", description = "Link this WebODM account.")
        private String username;

        @Option(
                names = "--acting",
                paramLabel = "WAY",
                description = "Choose how the server acts in WebODM for you, among the ways that --show lists.")
        private String acting;

        @Option(names = "--show", description = "Show how the server acts in WebODM for you, and if that works.")
        private boolean show;

        @Option(names = "--remove", description = "Forget the linked account and the choice.")
        private boolean remove;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Action action;

    @Mixin
    private PasswordOptions password;

    @Override
    ExitCode run(Session session) {
        JsonObject answer = answer(session);
        session.output().show(answer, () -> print(new Fields(answer), session.output()));
        return ExitCode.DONE;
    }

    private JsonObject answer(Session session) {
        ApiClient api = session.api();
        if (action.show) {
            return api.get(PATH + "?check=true");
        }
        if (action.acting != null) {
            return api.put(
                    PATH,
                    Json.createObjectBuilder().add("acting", action.acting).build());
        }
        return action.remove ? api.delete(PATH) : link(session);
    }

    private JsonObject link(Session session) {
        if (session.api().isReadableOnTheWay()) {
            session.output().note("Warning: the password goes to the server without TLS.");
        }
        String secret = password.read("WebODM password of " + action.username + ": ", session.surroundings());
        return session.api()
                .put(
                        PATH,
                        Json.createObjectBuilder()
                                .add("username", action.username)
                                .add("password", secret)
                                .build());
    }

    private void print(Fields answer, Output output) {
        if (action.remove) {
            output.line("No WebODM account is linked now.");
        } else if (action.acting == null) {
            String username = action.show ? answer.text("username") : action.username;
            output.line(username.isEmpty() ? "No WebODM account is linked." : "Linked WebODM account: " + username);
        }
        if (answer.has("acting")) {
            showWay(answer, output);
        }
    }

    private static void showWay(Fields answer, Output output) {
        String as = answer.text("acts_as");
        output.line("Way of acting: " + answer.text("acting") + (as.isEmpty() ? "" : ", as " + as) + "; available: "
                + String.join(", ", answer.texts("available")));
        if (answer.has("check")) {
            Fields check = answer.object("check");
            output.line(check.flag("works") ? "WebODM agrees." : check.text("detail") + " " + check.text("hint"));
        }
    }
}
