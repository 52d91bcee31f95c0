package io.skyferry.sandbox.tapis;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A published description of a service, asked whether an answer fits it. */
final class OpenApiFile {
    private final String address;
    private final JsonNode document;
    private final SchemaRegistry registry;

    private OpenApiFile(String name, String yaml) {
        address = "https://specs.example.org/" + name;
        document = new YAMLMapper().readTree(yaml);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(address, document.toString())));
    }

    static OpenApiFile read(String name) {
        try (InputStream in = OpenApiFile.class.getResourceAsStream("/specs/" + name + ".yaml")) {
            return new OpenApiFile(name + ".json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What is wrong with a JSON body as the answer of an operation; empty = it fits. */
    List<String> problems(String path, String method, String status, String body) {
        String pointer = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + status
                + "/content/application~1json/schema";
        if (document.at(pointer).isMissingNode()) {
            return List.of("not described: " + pointer);
        }
        List<String> problems = new ArrayList<>();
        for (Error error :
                registry.getSchema(SchemaLocation.of(address + "#" + pointer)).validate(body, InputFormat.JSON)) {
            problems.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        return problems;
    }

    /** The names of an object's properties. */
    List<String> properties(String schema) {
        return List.copyOf(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    /** The names of an operation's query parameters. */
    List<String> queryParameters(String path, String method) {
        List<String> names = new ArrayList<>();
        document.at("/paths/" + path.replace("/", "~1") + "/" + method + "/parameters")
                .forEach(parameter -> {
                    if (parameter.path("in").asString("").equals("query")) {
                        names.add(parameter.path("name").asString());
                    }
                });
        return names;
    }
}
