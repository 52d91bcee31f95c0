package io.skyferry.functional.kit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document that the server gives out, and whether answers are as it says. Stricter than the document in one
 * thing: an answer may have no field that the document does not know.
 */
public final class ApiDocument {
    private static final String ADDRESS = "https://skyferry.example.org/openapi.json";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    private static ApiDocument known;

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Template> templates;

    /** A path of the document. */
    private record Template(String path, Pattern pattern) {
        static Template of(String path) {
            String pattern = path.replaceAll("\\{[^}]+}", "[^/]+");
            return new Template(path, Pattern.compile(pattern + "/?"));
        }
    }

    /**
     * An operation of the document.
     *
     * @param method in lower case
     * @param requestSchema of its JSON body; missing without one
     */
    public record Operation(String path, String method, JsonNode node, JsonNode requestSchema) {
        public String id() {
            return node.path("operationId").asString("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private ApiDocument(JsonNode document) {
        this.document = document;
        closeSchemas(document);
        String text = document.toString();
        registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ADDRESS, text)));
        templates = document.path("paths").propertyNames().stream()
                .map(Template::of)
                .sorted(Comparator.comparing(
                        (Template template) -> template.path().contains("{")))
                .toList();
    }

    /** What the server says at the first call; it does not change while it runs. */
    public static synchronized ApiDocument of(SkyferryServer server) {
        if (known == null) {
            HttpRequest request = HttpRequest.newBuilder(server.url("/openapi"))
                    .header("Accept", "application/json")
                    .build();
            try {
                String text = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                known = new ApiDocument(new JsonMapper().readTree(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return known;
    }

    private static void closeSchemas(JsonNode document) {
        for (JsonNode schema : document.path("components").path("schemas")) {
            if (schema instanceof ObjectNode object
                    && schema.has("properties")
                    && !schema.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
    }

    public JsonNode json() {
        return document;
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** Adds the names of all properties of all schemas that a part of the document leads to. */
    public void collectFields(JsonNode part, Set<String> fields) {
        collectFields(part, fields, new HashSet<>());
    }

    private void collectFields(JsonNode part, Set<String> fields, Set<String> seen) {
        part.path("properties").propertyNames().forEach(fields::add);
        String reference = part.path("$ref").asString("");
        if (!reference.isEmpty() && seen.add(reference)) {
            collectFields(document.at(reference.substring(1)), fields, seen);
        }
        part.forEach(inner -> collectFields(inner, fields, seen));
    }

    private Operation operation(String path, String method, JsonNode node) {
        JsonNode schema = node.at("/requestBody/content/application~1json/schema");
        String reference = schema.path("$ref").asString("");
        return new Operation(path, method, node, reference.isEmpty() ? schema : document.at(reference.substring(1)));
    }

    /** The server itself refuses addresses with NUL or an encoded slash, before it looks for any application. */
    private static boolean isOfTheServer(Reply reply) {
        return reply.status() == 400 && reply.text().startsWith("{\"error_message\" : \"CWWWC0005I:");
    }

    /** @throws AssertionError when the answer is not one that the document describes */
    void check(Reply reply) {
        String path = reply.http().uri().getRawPath();
        String type = reply.header("Content-Type");
        if (!path.startsWith("/api/")
                || isOfTheServer(reply)
                || reply.text().isEmpty()
                || !type.startsWith("application/json")) {
            checkPlain(reply, path, type);
            return;
        }
        String method = reply.http().request().method().toLowerCase(Locale.ROOT);
        List<String> problems = find(path)
                .map(template -> problems(template.path(), method, reply))
                .orElseGet(() -> ofProblem(reply));
        if (!problems.isEmpty()) {
            throw new AssertionError(method + " " + path + ": " + reply.status() + " " + reply.text() + "\n"
                    + String.join("\n", problems));
        }
    }

    private static void checkPlain(Reply reply, String path, String type) {
        if (path.startsWith("/api/")
                && reply.status() >= 400
                && !reply.text().isEmpty()
                && !type.startsWith("text/html")) {
            throw new AssertionError(path + ": " + reply.status() + " as '" + type + "': " + reply.text());
        }
    }

    private Optional<Template> find(String path) {
        String known = path.startsWith("/api/tapis") ? path.replace('_', '-') : path;
        return templates.stream()
                .filter(template -> template.pattern().matcher(known).matches())
                .findFirst();
    }

    private List<String> problems(String path, String method, Reply reply) {
        String answers = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/";
        for (String status : List.of(Integer.toString(reply.status()), "default")) {
            JsonNode answer = document.at(answers + status);
            boolean failed = reply.status() >= 400;
            if (!answer.isMissingNode() && (failed || !status.equals("default"))) {
                return validated(answers + status + "/content/application~1json/schema", reply);
            }
        }
        return reply.status() >= 400 ? ofProblem(reply) : List.of("the document has no answer " + reply.status());
    }

    private List<String> ofProblem(Reply reply) {
        return reply.status() < 400
                ? List.of("the document does not know this path")
                : validated("/components/schemas/Problem", reply);
    }

    private List<String> validated(String pointer, Reply reply) {
        return document.at(pointer).isMissingNode()
                ? List.of("not described: " + pointer)
                : problems(pointer, reply.text());
    }

    /** What is wrong with a JSON text by a schema of the document; empty = it fits. */
    public List<String> problems(String pointer, String json) {
        List<Error> errors = schemas.computeIfAbsent(
                        pointer, at -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + at)))
                .validate(json, InputFormat.JSON);
        return errors.stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
