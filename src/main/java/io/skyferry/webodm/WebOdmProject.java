package io.skyferry.webodm;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** A project of WebODM. */
public record WebOdmProject(long id, String name, List<String> tags, List<String> taskIds) {
    static WebOdmProject of(JsonObject json) {
        return new WebOdmProject(
                json.getJsonNumber("id").longValue(),
                json.getString("name"),
                texts(json, "tags"),
                texts(json, "tasks"));
    }

    static List<WebOdmProject> listOf(JsonArray json) {
        return List.copyOf(json.getValuesAs(value -> of(value.asJsonObject())));
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    /** WebODM's search is fuzzy: a tag is looked at again, exactly but for case. */
    boolean hasTag(String tag) {
        return tags.stream().anyMatch(tag::equalsIgnoreCase);
    }
}
