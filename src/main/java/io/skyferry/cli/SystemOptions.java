package io.skyferry.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which systems to scan. */
final class SystemOptions {
    @Option(
            names = "--systems",
            arity = "1..*",
            paramLabel = "ID",
            description = "Only these systems: several after one --systems, or repeat it. Otherwise all.")
    private final List<String> systems = new ArrayList<>();

    boolean isEmpty() {
        return systems.isEmpty();
    }

    JsonObject body() {
        return addTo(Json.createObjectBuilder()).build();
    }

    JsonObjectBuilder addTo(JsonObjectBuilder body) {
        if (!systems.isEmpty()) {
            JsonArrayBuilder ids = Json.createArrayBuilder();
            systems.forEach(ids::add);
            body.add("systems", ids);
        }
        return body;
    }
}
