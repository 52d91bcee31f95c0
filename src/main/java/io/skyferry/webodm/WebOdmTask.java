package io.skyferry.webodm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A task of WebODM.
 *
 * @param lastError may be empty even when the task failed
 * @param runningProgress from 0 to 1
 * @param nodeJob the id of its job on the processing node; empty when it has none
 * @param pending whether it was ordered to do something that it has not begun yet
 * @param availableAssets names of the files that it offers as results
 */
public record WebOdmTask(
        String id,
        String name,
        TaskStatus status,
        boolean partial,
        int imagesCount,
        String importUrl,
        double runningProgress,
        String lastError,
        String nodeJob,
        boolean pending,
        List<String> availableAssets) {

    static WebOdmTask of(JsonObject json) {
        return new WebOdmTask(
                json.getString("id"),
                text(json, "name"),
                json.get("status") instanceof JsonNumber number ? TaskStatus.of(number.intValue()) : TaskStatus.NONE,
                json.getBoolean("partial", false),
                json.getInt("images_count", 0),
                text(json, "import_url"),
                json.get("running_progress") instanceof JsonNumber number ? number.doubleValue() : 0,
                text(json, "last_error"),
                text(json, "uuid"),
                json.get("pending_action") instanceof JsonNumber,
                assets(json));
    }

    private static List<String> assets(JsonObject json) {
        return json.get("available_assets") instanceof JsonArray names
                ? names.getValuesAs(JsonValue.class).stream()
                        .filter(JsonString.class::isInstance)
                        .map(name -> ((JsonString) name).getString())
                        .toList()
                : List.of();
    }

    /** Whether the status is that of the newest order: right after one, WebODM still shows what was before. */
    public boolean isSettled() {
        return !pending && !waitsForRestart();
    }

    /** It ended once and got further images since: WebODM forgot the node's job, and waits for a restart. */
    public boolean waitsForRestart() {
        return !partial && nodeJob.isEmpty() && status.isEnded();
    }

    static List<WebOdmTask> listOf(JsonArray json) {
        return List.copyOf(json.getValuesAs(value -> of(value.asJsonObject())));
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value instanceof JsonString text ? text.getString() : "";
    }
}
