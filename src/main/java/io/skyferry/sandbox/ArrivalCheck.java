package io.skyferry.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Compares what the sandbox's WebODM holds with the world's flights, byte for byte by SHA-256, and prints the sum. Exits
 * with 1 when an image is missing, differs, is there twice or was never part of the flight, or a task is not COMPLETED.
 */
public final class ArrivalCheck {
    @Option(names = "--world", required = true)
    private Path world;

    @Option(names = "--webodm", required = true)
    private URI webodm;

    private final List<String> differences = new ArrayList<>();
    private int images;
    private long bytes;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ArrivalCheck check = new ArrivalCheck();
        new CommandLine(check).parseArgs(arguments);
        System.exit(check.run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        List<SourceFlight> flights = SourceFlight.listIn(world.resolve("systems"));
        Map<String, List<JsonObject>> tasks =
                tasks().stream().collect(Collectors.groupingBy(task -> task.getString("name")));
        for (SourceFlight flight : flights) {
            compare(flight, tasks.getOrDefault("Flight " + flight.name(), List.of()));
        }
        System.out.printf(
                "Verified: %d flights, %d images, %d bytes; each image is in WebODM exactly once, byte for byte: %s%n",
                flights.size(), images, bytes, differences.isEmpty() ? "yes" : "NO");
        differences.forEach(difference -> System.out.println("  " + difference));
        return differences.isEmpty() && !flights.isEmpty();
    }

    private List<JsonObject> tasks() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(webodm + "/sandbox/tasks")).build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (JsonReader reader = Json.createReader(answer.body())) {
            return reader.readObject().getJsonArray("tasks").getValuesAs(JsonObject.class);
        }
    }

    private void compare(SourceFlight flight, List<JsonObject> tasks) throws IOException {
        if (tasks.size() != 1) {
            differences.add(flight.name() + ": " + tasks.size() + " tasks in WebODM");
            return;
        }
        JsonObject task = tasks.get(0);
        Map<String, String> arrived = new TreeMap<>();
        task.getJsonArray("files").getValuesAs(JsonObject.class).forEach(file -> {
            arrived.put(file.getString("name"), file.getString("sha256"));
            bytes += file.getJsonNumber("bytes").longValue();
        });
        images += arrived.size();
        Map<String, String> expected = flight.hashes();
        expected.forEach((name, hash) -> {
            if (!hash.equals(arrived.get(name))) {
                differences.add(flight.name() + "/" + name + (arrived.containsKey(name) ? " differs" : " is missing"));
            }
        });
        arrived.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> differences.add(flight.name() + "/" + name + " is not in the flight"));
        if (!"completed".equals(task.getString("state")) || task.getInt("commits") != 1) {
            differences.add(flight.name() + ": not completed after one commit");
        }
    }
}
