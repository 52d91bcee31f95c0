package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo's world of the sandbox, with many more users, each with a system that only he can read. */
final class TestWorld {
    static final int EXTRA_USERS = 400;

    private static final Path DEMO = Path.of("src", "sandbox", "world");

    private final Path directory;

    private TestWorld(Path directory) {
        this.directory = directory;
    }

    static TestWorld make(Path directory) {
        try {
            TestWorld world = new TestWorld(directory);
            world.write();
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    Path systemDirectory(String system) {
        return directory.resolve("systems").resolve(system);
    }

    static List<String> usernames() {
        List<String> names = new ArrayList<>(List.of("ada", "grace", "operator"));
        for (int number = 1; number <= EXTRA_USERS; number++) {
            names.add(username(number));
        }
        return names;
    }

    static String username(int number) {
        return "pilot%03d".formatted(number);
    }

    static String systemOf(int number) {
        return "ptdatax.project.IT-%03d".formatted(number);
    }

    static String password(String username) {
        return username + "-demo";
    }

    private void write() throws IOException {
        JsonObject demo = demo();
        JsonArrayBuilder users = Json.createArrayBuilder(demo.getJsonArray("users"));
        JsonArrayBuilder systems = Json.createArrayBuilder(demo.getJsonArray("systems"));
        for (int number = 1; number <= EXTRA_USERS; number++) {
            users.add(user(username(number)));
            systems.add(system(systemOf(number), readers(number)));
            Files.createDirectories(systemDirectory(systemOf(number)));
        }
        link(demo.getJsonArray("systems"));
        JsonObject world = Json.createObjectBuilder(demo)
                .add("users", users)
                .add("systems", systems)
                .build();
        Files.writeString(directory.resolve("world.json"), world.toString());
    }

    private static JsonObject demo() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DEMO.resolve("world.json")))) {
            return reader.readObject();
        }
    }

    private void link(JsonArray demoSystems) throws IOException {
        for (JsonObject system : demoSystems.getValuesAs(JsonObject.class)) {
            String id = system.getString("id");
            Files.createSymbolicLink(
                    systemDirectory(id), DEMO.resolve("systems").resolve(id).toAbsolutePath());
        }
    }

    private static JsonObject user(String name) {
        return Json.createObjectBuilder()
                .add("username", name)
                .add("password", password(name))
                .add("email", name + "@example.org")
                .add("given_name", "Pilot")
                .add("last_name", name)
                .build();
    }

    /** The system of the last but one is also the last one's. */
    private static List<String> readers(int number) {
        return number == EXTRA_USERS - 1 ? List.of(username(number), username(number + 1)) : List.of(username(number));
    }

    private static JsonObject system(String id, List<String> readers) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("owner", "operator")
                .add("host", "it.example.org")
                .add("description", "System of " + readers.get(0))
                .add("rootDir", "/projects/" + id)
                .add("readers", Json.createArrayBuilder(readers))
                .build();
    }
}
