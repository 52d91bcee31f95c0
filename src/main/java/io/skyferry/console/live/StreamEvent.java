package io.skyferry.console.live;

import io.skyferry.platform.change.Change;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalLong;

/**
 * One event as it goes over the wire.
 *
 * @param id what a client names to go on after this event; absent = it stays where it was
 * @param name empty for a comment, which only keeps the connection alive
 * @param data one line of JSON
 */
record StreamEvent(OptionalLong id, String name, String data) {
    static final StreamEvent HEART_BEAT = new StreamEvent(OptionalLong.empty(), "", "");

    /** The first event: from here on nothing is missed. */
    static StreamEvent ready(long lastId) {
        return new StreamEvent(OptionalLong.of(lastId), "ready", "{\"last_event_id\":" + lastId + "}");
    }

    /** What the client asked for is forgotten: it has to load everything anew, and goes on from here. */
    static StreamEvent reset(long lastId) {
        return new StreamEvent(OptionalLong.of(lastId), "reset", "{\"last_event_id\":" + lastId + "}");
    }

    static StreamEvent end(String reason) {
        String data = Json.createObjectBuilder().add("reason", reason).build().toString();
        return new StreamEvent(OptionalLong.empty(), "end", data);
    }

    static StreamEvent of(Change change) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", change.id())
                .add("kind", change.kind().wireName())
                .add("at", change.at().toString());
        change.note().owner().map(Owner::toString).ifPresent(owner -> json.add("owner", owner));
        change.note().jobExecutionId().ifPresent(job -> json.add("job_id", job));
        change.note().body().forEach(json::add);
        return new StreamEvent(
                OptionalLong.of(change.id()),
                change.kind().wireName(),
                json.build().toString());
    }
}
