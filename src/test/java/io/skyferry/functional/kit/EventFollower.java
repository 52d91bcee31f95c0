package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who follows the server's events, until he closes it or the server does. */
public final class EventFollower implements AutoCloseable {
    private static final Set<String> OF_THE_STREAM = Set.of("ready", "reset", "end");

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    /** No HTTP client: each of them waits at times for the stream that it is to close. */
    private final Socket connection;

    private final Thread reader;

    /** An event as it came; the id is null when it had none. */
    public record Event(Long id, String name, JsonObject data) {}

    private EventFollower(Socket connection) {
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
        URI address = server.url("/api/skyferry/events" + query);
        StringBuilder request = new StringBuilder("GET " + address.getRawPath());
        request.append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        request.append(" HTTP/1.1\r\nHost: ")
                .append(address.getAuthority())
                .append("\r\nAccept: text/event-stream\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        if (lastId != null) {
            request.append("Last-Event-ID: ").append(lastId).append("\r\n");
        }
        try {
            Socket connection = new Socket(address.getHost(), address.getPort());
            connection.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            checkHead(connection.getInputStream());
            return new EventFollower(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkHead(InputStream in) throws IOException {
        List<String> head = new ArrayList<>();
        String line = readLine(in);
        while (!line.isEmpty()) {
            head.add(line.toLowerCase(Locale.ROOT));
            line = readLine(in);
        }
        if (!head.get(0).contains(" 200")
                || !head.contains("transfer-encoding: chunked")
                || head.stream().noneMatch(header -> header.startsWith("content-type: text/event-stream"))) {
            throw new AssertionError(head.toString());
        }
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private void read() {
        Map<String, String> fields = new HashMap<>();
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = connection.getInputStream();
            String size = readLine(in);
            while (!size.isEmpty() && !size.equals("0")) {
                text.append(new String(in.readNBytes(Integer.parseInt(size, 16)), StandardCharsets.UTF_8));
                readLine(in);
                takeLines(text, fields);
                size = readLine(in);
            }
        } catch (SocketException closed) {
            // By us, or by a server that was killed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeLines(StringBuilder text, Map<String, String> fields) {
        int end = text.indexOf("\n");
        while (end >= 0) {
            take(text.substring(0, end), fields);
            text.delete(0, end + 1);
            end = text.indexOf("\n");
        }
    }

    private void take(String line, Map<String, String> fields) {
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
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
