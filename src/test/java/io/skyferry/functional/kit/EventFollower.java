package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who follows the server's events, until he closes it or the server does. */
public final class EventFollower implements AutoCloseable {
    private static final Set<String> OF_THE_STREAM = Set.of("ready", "reset", "end");

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    /** Not the newer client: closing its body leaves the connection open now and then. */
    private final HttpURLConnection connection;

    private final Thread reader;

    /** An event as it came; the id is null when it had none. */
    public record Event(Long id, String name, JsonObject data) {}

    private EventFollower(HttpURLConnection connection) {
        this.connection = connection;
        this.reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param query with the question mark, or nothing */
    public static EventFollower withToken(SkyferryServer server, String token, String query, Long lastId) {
        return open(server, Map.of("Authorization", "Bearer " + token), query, lastId);
    }

    public static EventFollower withCookie(SkyferryServer server, String cookie, String query) {
        return open(server, Map.of("Cookie", cookie), query, null);
    }

    private static EventFollower open(SkyferryServer server, Map<String, String> headers, String query, Long lastId) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    server.url("/api/skyferry/events" + query).toURL().openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            headers.forEach(connection::setRequestProperty);
            if (lastId != null) {
                connection.setRequestProperty("Last-Event-ID", lastId.toString());
            }
            String type = connection.getContentType();
            if (connection.getResponseCode() != 200 || !type.startsWith("text/event-stream")) {
                throw new AssertionError(connection.getResponseCode() + " " + type);
            }
            return new EventFollower(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        Map<String, String> fields = new HashMap<>();
        try (Scanner lines = new Scanner(connection.getInputStream(), StandardCharsets.UTF_8).useDelimiter("\n")) {
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.isEmpty()) {
                    dispatch(fields);
                    fields.clear();
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else {
                    String[] parts = line.split(": ?", 2);
                    fields.merge(parts[0], parts[1], (first, more) -> first + "\n" + more);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dispatch(Map<String, String> fields) {
        if (!fields.containsKey("data")) {
            return;
        }
        try (JsonReader json = Json.createReader(new StringReader(fields.get("data")))) {
            String id = fields.get("id");
            events.add(new Event(id == null ? null : Long.valueOf(id), fields.get("event"), json.readObject()));
        }
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Without those that the stream says of itself. */
    public List<Event> changes() {
        return events.stream()
                .filter(event -> !OF_THE_STREAM.contains(event.name()))
                .toList();
    }

    public List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    public List<Long> ids() {
        return changes().stream().map(Event::id).toList();
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    /** Whether the server ended it. */
    public boolean isEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
