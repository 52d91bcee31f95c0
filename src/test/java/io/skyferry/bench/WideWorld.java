package io.skyferry.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's users, and many systems of ada's with many flights of one image each. */
final class WideWorld {
    static final int SYSTEMS = 200;
    static final int FLIGHTS = 50;

    /** A page of systems, one of each system's root, one of each flight's images. */
    static final int LEAST_REQUESTS = 1 + SYSTEMS + SYSTEMS * FLIGHTS;

    private static final Path DEMO = Path.of("src/sandbox/world/world.json");

    private WideWorld() {}

    static Path make(Path directory) throws IOException {
        JsonArrayBuilder systems = Json.createArrayBuilder();
        for (int number = 0; number < SYSTEMS; number++) {
            String id = "ptdatax.project.WORLD-%03d".formatted(number);
            systems.add(Json.createObjectBuilder()
                    .add("id", id)
                    .add("owner", "operator")
                    .add("host", "wide.example.org")
                    .add("description", "Survey " + number)
                    .add("rootDir", "/projects/" + number)
                    .add("readers", Json.createArrayBuilder().add("ada")));
            for (int flight = 0; flight < FLIGHTS; flight++) {
                Path images = directory.resolve("systems").resolve(id).resolve("Flight-" + flight + "/code/images");
                Files.write(Files.createDirectories(images).resolve("IMG_0001.JPG"), new byte[100]);
            }
        }
        try (JsonReader demo = Json.createReader(Files.newBufferedReader(DEMO))) {
            JsonObject world = Json.createObjectBuilder(demo.readObject())
                    .add("systems", systems)
                    .build();
            Files.writeString(directory.resolve("world.json"), world.toString());
        }
        return directory;
    }
}
