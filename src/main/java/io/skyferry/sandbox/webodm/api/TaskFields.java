package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.ProcessingNode;
import io.skyferry.sandbox.webodm.world.Tags;
import io.skyferry.sandbox.webodm.world.TaskRow;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a task that a client may write: with create, PATCH, PUT, and in the form of an upload. */
final class TaskFields {
    private static final String BAD_OPTIONS = "Invalid options";

    private TaskFields() {}

    /**
     * Writes all given fields, or none.
     *
     * @throws io.skyferry.sandbox.webodm.world.Refusal 400 naming every bad field
     */
    static void write(Submission submission, TaskRow task) {
        FieldReader reader = new FieldReader(submission);
        TaskRow draft = task.copy();
        if (submission.find("name").filter(JsonValue.NULL::equals).isPresent()) {
            draft.set("name", JsonValue.NULL);
        } else {
            reader.name("name").ifPresent(name -> draft.set("name", name));
        }
        for (String field : List.of("uuid", "import_url")) {
            reader.text(field).ifPresent(text -> draft.set(field, text));
        }
        for (String field : List.of("auto_processing_node", "partial", "public", "public_edit")) {
            reader.truth(field).ifPresent(truth -> draft.set(field, truth));
        }
        reader.integer("resize_to").ifPresent(size -> draft.set("resize_to", size));
        for (String field : List.of("upload_progress", "resize_progress", "running_progress")) {
            reader.number(field).ifPresent(progress -> draft.set(field, progress));
        }
        writeNode(reader, draft);
        writeOptions(submission, reader, draft);
        reader.value("tags")
                .ifPresent(tags -> draft.set(
                        "tags", Json.createArrayBuilder(Tags.parse(tags)).build()));
        reader.throwIfFailed();
        draft.copyTo(task);
    }

    private static void writeNode(FieldReader reader, TaskRow draft) {
        reader.value("processing_node").ifPresent(node -> {
            String id = node instanceof JsonString text ? text.getString() : node.toString();
            if (!id.matches("\\d+")) {
                reader.error("processing_node", "Incorrect type. Expected pk value, received str.");
            } else if (!id.equals("" + ProcessingNode.ID)) {
                reader.error("processing_node", "Invalid pk \"" + id + "\" - object does not exist.");
            } else {
                draft.assignNode();
            }
        });
    }

    private static void writeOptions(Submission submission, FieldReader reader, TaskRow draft) {
        Optional<JsonValue> options = reader.value("options");
        if (options.isEmpty()) {
            return;
        }
        // A form can carry the list only as JSON text; in a JSON body the same text is refused.
        JsonValue list = submission.form() ? parse(options.get()) : options.get();
        boolean empty = Map.of().equals(list) || List.of().equals(list);
        if (!empty
                && (list.getValueType() != ValueType.ARRAY
                        || !list.asJsonArray().stream().allMatch(TaskFields::valid))) {
            reader.error("options", BAD_OPTIONS);
        } else {
            draft.set("options", list);
        }
    }

    /** An option whose value is {@code false} or 0 is not valid: truth decides. */
    private static boolean valid(JsonValue option) {
        return option instanceof JsonObject pair
                && Submission.truthy(pair.getOrDefault("name", JsonValue.NULL))
                && Submission.truthy(pair.getOrDefault("value", JsonValue.NULL));
    }

    private static JsonValue parse(JsonValue text) {
        try (var reader = Json.createReader(new StringReader(((JsonString) text).getString()))) {
            return reader.readValue();
        } catch (JsonException e) {
            return text;
        }
    }
}
