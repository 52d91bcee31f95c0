package io.skyferry.sandbox.webodm.world;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One task: its fields as served, in the order served. Not thread-safe: used inside {@link World#call} only. */
public final class TaskRow {
    private final UUID id;
    private final int project;
    private final Instant createdAt;
    private final Map<String, JsonValue> fields;

    TaskRow(UUID id, int project, Instant createdAt) {
        this(id, project, createdAt, TaskDefaults.fields(id, project, createdAt));
    }

    private TaskRow(UUID id, int project, Instant createdAt, Map<String, JsonValue> fields) {
        this.id = id;
        this.project = project;
        this.createdAt = createdAt;
        this.fields = fields;
    }

    /** The row as a request handler loaded it, which it may write back much later. */
    public TaskRow copy() {
        return new TaskRow(id, project, createdAt, new LinkedHashMap<>(fields));
    }

    /** This row's content under another identity. */
    TaskRow duplicate(UUID newId, int newProject, Instant newCreatedAt) {
        Map<String, JsonValue> copied = new LinkedHashMap<>(TaskDefaults.fields(newId, newProject, newCreatedAt));
        fields.forEach((field, value) -> {
            if (!TaskDefaults.IDENTITY.contains(field)) {
                copied.put(field, value);
            }
        });
        return new TaskRow(newId, newProject, newCreatedAt, copied);
    }

    /** Gives the other row all of this row's values. */
    public void copyTo(TaskRow other) {
        other.fields.putAll(fields);
    }

    /** Shows the one node as this task's. */
    public void assignNode() {
        set("processing_node", ProcessingNode.ID);
        set("processing_node_name", ProcessingNode.LABEL);
        set("can_rerun_from", TaskDefaults.STAGES);
    }

    public UUID id() {
        return id;
    }

    public int project() {
        return project;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public JsonValue get(String field) {
        return fields.getOrDefault(field, JsonValue.NULL);
    }

    public void set(String field, JsonValue value) {
        fields.put(field, value);
    }

    public void set(String field, String value) {
        set(field, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    public void set(String field, boolean value) {
        set(field, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    public void set(String field, int value) {
        set(field, Json.createValue(value));
    }

    public void set(String field, double value) {
        set(field, Json.createValue(value));
    }

    /** Empty text when absent or null. */
    public String text(String field) {
        return get(field) instanceof JsonString text ? text.getString() : "";
    }

    public boolean partial() {
        return get("partial") == JsonValue.TRUE;
    }

    public boolean choosesNodeItself() {
        return get("auto_processing_node") == JsonValue.TRUE;
    }

    public boolean hasNode() {
        return get("processing_node") != JsonValue.NULL;
    }

    public String nodeUuid() {
        return text("uuid");
    }

    public boolean untouched() {
        return get("status") == JsonValue.NULL;
    }

    public boolean is(TaskStatus status) {
        return number("status") == status.code();
    }

    void become(TaskStatus status) {
        set("status", status.code());
    }

    public boolean awaits(PendingAction action) {
        return number("pending_action") == action.code();
    }

    public void await(PendingAction action) {
        set("pending_action", action.code());
    }

    void awaitNothing() {
        set("pending_action", JsonValue.NULL);
    }

    public void fail(String lastError) {
        become(TaskStatus.FAILED);
        set("last_error", lastError);
    }

    /** For people: uploading, waiting, running, failed, completed or canceled. */
    public String stateInWords() {
        for (TaskStatus status : TaskStatus.values()) {
            if (is(status)) {
                return status.name().toLowerCase(Locale.ROOT);
            }
        }
        return partial() ? "uploading" : "waiting";
    }

    public JsonArray tags() {
        return get("tags").asJsonArray();
    }

    public JsonObject json() {
        var builder = Json.createObjectBuilder();
        fields.forEach(builder::add);
        return builder.build();
    }

    private int number(String field) {
        return get(field) instanceof JsonNumber number ? number.intValue() : -1;
    }
}
