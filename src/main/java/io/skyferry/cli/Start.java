package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.server.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = {
            "Start a job by its name. These are discover-flights (systems=ID,ID dry_run=true user=NAME), sync-flight "
                    + "(project_id=ID reprocess=true), sync-all-flights (user=NAME); for operators also "
                    + "periodic-discovery (user=NAME), periodic-sync (user=NAME) and purge."
        },
        footer = {"  skyferry start discover-flights systems=A,B dry_run=true", "  skyferry start purge --wait"})
final class Start extends JobStart {
    @Parameters(index = "0", paramLabel = "NAME", description = "The job's name; old names are known, too.")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PARAMETER=VALUE", description = "As the job takes them.")
    private final List<String> parameters = new ArrayList<>();

    @Override
    JsonObject start(ApiClient api) {
        return start(api, name, parameters());
    }

    private JsonObject parameters() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("'" + parameter + "' is no PARAMETER=VALUE.", "For example dry_run=true.");
            }
            add(json, parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String parameter, String value) {
        if (parameter.equals("systems")) {
            JsonArrayBuilder ids = Json.createArrayBuilder();
            List.of(value.split(",")).forEach(ids::add);
            json.add(parameter, ids);
        } else if (value.equals("true") || value.equals("false")) {
            json.add(parameter, Boolean.parseBoolean(value));
        } else if (value.matches("\\d{1,18}")) {
            json.add(parameter, Long.parseLong(value));
        } else {
            json.add(parameter, value);
        }
    }
}
