package io.skyferry.cli.watch;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Surroundings;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The server's events, one after the other. A stream that ends, or is silent for longer than the server ever is, is
 * opened anew after the last event that came, so that nothing is missed and nothing comes twice. Not thread-safe.
 */
public final class EventFeed {
    private static final String PATH = "/api/skyferry/events";
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);
    private static final Duration PATIENCE_WITH_SERVER = Duration.ofSeconds(60);
    /** The server sends at least a comment every 15 seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private static final ServerEvent ALIVE = new ServerEvent("alive", new Fields(JsonObject.EMPTY_JSON_OBJECT));

    private final ApiClient api;
    private final Surroundings surroundings;
    private final Output output;
    private final String query;
    private String lastId;
    private Instant troubleSince;
    private long end = Long.MAX_VALUE;

    /**
     * @param query of the stream, without {@code last_event_id}; may be empty
     * @param after the last event that one has; empty: from now on
     */
    public EventFeed(ApiClient api, Surroundings surroundings, Output output, String query, String after) {
        this.api = api;
        this.surroundings = surroundings;
        this.output = output;
        this.query = query;
        this.lastId = after;
    }

    /**
     * @param enough takes each event; true ends it
     * @return false when the time was over
     * @throws CommandFailure when the server refuses, or can't be reached for a minute
     */
    public boolean follow(Predicate<ServerEvent> enough, Optional<Duration> timeout) {
        end = timeout.map(time -> System.nanoTime() + time.toNanos()).orElse(Long.MAX_VALUE);
        try {
            while (!left().isZero()) {
                if (connection(enough)) {
                    return true;
                }
                if (!left().isZero()) {
                    surroundings.pause().pause(left().compareTo(BEFORE_RETRY) < 0 ? left() : BEFORE_RETRY);
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted();
        }
    }

    private Duration left() {
        return end == Long.MAX_VALUE ? LONGEST_SILENCE : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** One connection, to its end; true when it was enough. */
    private boolean connection(Predicate<ServerEvent> enough) throws InterruptedException {
        try (EventLines lines = new EventLines(api.stream(path()))) {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                String text = line.get();
                if (text.startsWith("id:") && value(text).matches("\\d{1,18}")) {
                    lastId = value(text);
                } else if (text.startsWith(":")) {
                    if (enough.test(ALIVE)) {
                        return true;
                    }
                } else if (text.startsWith("event:")) {
                    name = value(text);
                } else if (text.startsWith("data:")) {
                    data.append(value(text));
                } else if (text.isEmpty() && !name.isEmpty()) {
                    troubleSince = null;
                    if (enough.test(new ServerEvent(name, parsed(data.toString())))) {
                        return true;
                    }
                    name = "";
                    data.setLength(0);
                }
            }
        } catch (CommandFailure failure) {
            bear(failure);
        }
        return false;
    }

    private Optional<String> next(EventLines lines) throws InterruptedException {
        Duration left = left();
        return lines.next(left.compareTo(LONGEST_SILENCE) < 0 ? left : LONGEST_SILENCE);
    }

    private String path() {
        String after = lastId.isEmpty() ? "" : "last_event_id=" + lastId;
        String all = query + (query.isEmpty() || after.isEmpty() ? "" : "&") + after;
        return PATH + (all.isEmpty() ? "" : "?" + all);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).stripLeading();
    }

    private static Fields parsed(String data) {
        try (JsonReader reader = Json.createReader(new StringReader(data))) {
            return new Fields(reader.readObject());
        } catch (JsonException e) {
            return new Fields(JsonObject.EMPTY_JSON_OBJECT);
        }
    }

    private void bear(CommandFailure failure) {
        if (failure.exitCode() != ExitCode.REMOTE_FAILED) {
            throw failure;
        }
        Instant now = surroundings.clock().instant();
        if (troubleSince == null) {
            troubleSince = now;
            output.note("The stream of events is broken; trying for a minute: "
                    + failure.document().getString("detail", ""));
        } else if (!now.isBefore(troubleSince.plus(PATIENCE_WITH_SERVER))) {
            throw failure;
        }
    }
}
