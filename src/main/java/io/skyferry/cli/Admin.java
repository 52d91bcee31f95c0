package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "admin", description = "Administration of the server.", footer = "  skyferry admin rotate-key")
final class Admin extends ServerCommand {
    @Parameters(
            paramLabel = "ACTION",
            description = "rotate-key: make a new key and seal every stored secret with it, while the server runs.")
    private String action;

    @Override
    ExitCode run(Session session) {
        if (!"rotate-key".equals(action)) {
            throw CommandFailure.usage("There is no such action.", "The only one is rotate-key.");
        }
        JsonObject answer = session.api()
                .post(
                        "/api/skyferry/admin/rotate-key",
                        Json.createObjectBuilder().build());
        Fields rotated = new Fields(answer);
        session.output()
                .show(
                        answer,
                        () -> session.output()
                                .line("The key is " + rotated.text("key_id") + " now; sealed anew: "
                                        + answer.getInt("resealed", 0) + ", not readable: "
                                        + answer.getInt("refused", 0) + "."));
        return answer.getInt("refused", 0) == 0 ? ExitCode.DONE : ExitCode.WITH_FAILURES;
    }
}
