package io.skyferry.sandbox.tapis.world;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a world from its directory. With {@code "systemDefaults"} in {@code world.json}, its attributes lie beneath
 * those of every system, and a directory under {@code systems/} needs no entry of its own to be a system.
 */
public final class WorldReader {
    private final Path directory;

    public WorldReader(Path directory) {
        this.directory = directory;
    }

    /**
     * @param tenant in place of the world's own; null = keep that
     * @param callbackUrl in place of every client's callback; null = keep those
     */
    public World read(String tenant, String callbackUrl) throws IOException {
        JsonObject json = parse();
        return new World(
                tenant == null ? json.getString("tenant", "sandbox") : tenant,
                json.getString("site", "sandbox-site"),
                objects(json, "users").stream().map(TapisUser::of).toList(),
                objects(json, "clients").stream()
                        .map(client -> OAuthClient.of(client, callbackUrl))
                        .toList(),
                systems(json));
    }

    private JsonObject parse() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(directory.resolve("world.json")))) {
            return reader.readObject();
        }
    }

    private List<StorageSystem> systems(JsonObject json) throws IOException {
        List<JsonObject> definitions = new ArrayList<>(objects(json, "systems"));
        JsonObject defaults = JsonValue.EMPTY_JSON_OBJECT;
        if (json.containsKey("systemDefaults")) {
            defaults = json.getJsonObject("systemDefaults");
            definitions.addAll(undefined(definitions));
        }
        List<StorageSystem> systems = new ArrayList<>();
        for (JsonObject definition : definitions) {
            JsonObjectBuilder merged = Json.createObjectBuilder(defaults);
            definition.forEach(merged::add);
            systems.add(StorageSystem.of(
                    merged.build(), directory.resolve("systems").resolve(definition.getString("id"))));
        }
        return systems;
    }

    /** The directories that no definition names. */
    private List<JsonObject> undefined(List<JsonObject> definitions) throws IOException {
        Set<String> defined =
                definitions.stream().map(system -> system.getString("id")).collect(Collectors.toSet());
        try (Stream<Path> directories = Files.list(directory.resolve("systems"))) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .filter(id -> !defined.contains(id))
                    .sorted()
                    .map(id -> Json.createObjectBuilder().add("id", id).build())
                    .toList();
        }
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }
}
