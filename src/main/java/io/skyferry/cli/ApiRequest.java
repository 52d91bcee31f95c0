package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "api",
        description = "Send any request of the REST API and print the answer's JSON document.",
        footer = {
            "  skyferry api GET /api/skyferry/jobs?state=FAILED",
            "  skyferry api POST /api/skyferry/projects/12/syncs --body '{\"reprocess\": true}'"
        })
final class ApiRequest extends ServerCommand {
    private enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    @Parameters(index = "0", paramLabel = "METHOD", description = "${COMPLETION-CANDIDATES}.")
    private Method method;

    @Parameters(index = "1", paramLabel = "PATH", description = "From /api/ on, with the query.")
    private String path;

    @Option(names = "--body", paramLabel = "JSON", description = "For POST and PUT; {} if absent. Nothing secret here.")
    private String body;

    @Override
    ExitCode run(Session session) {
        if (!path.startsWith("/api/") || !path.matches("[\\x21-\\x7e]+")) {
            throw CommandFailure.usage("The path must begin with /api/ and be encoded.", "As docs/api.md shows it.");
        }
        JsonObject answer = answer(session.api());
        session.output().show(answer, () -> session.output().line(answer.toString()));
        return ExitCode.DONE;
    }

    private JsonObject answer(ApiClient api) {
        return switch (method) {
            case GET -> api.get(path);
            case DELETE -> api.delete(path);
            case POST -> api.post(path, parsed());
            case PUT -> api.put(path, parsed());
        };
    }

    private JsonObject parsed() {
        try (JsonReader reader = Json.createReader(new StringReader(body == null ? "{}" : body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw CommandFailure.usage("The body is no JSON object.", "For example --body '{\"full\": true}'.");
        }
    }
}
