package io.skyferry.functional.kit;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit trail up to an event, as an administrator reads it.
 *
 * @param last the id of the newest event; 0 when there is none
 */
public record Audits(long last) {

    public static Audits read() {
        List<JsonObject> all = since(new Audits(0));
        return new Audits(
                all.isEmpty() ? 0 : all.get(all.size() - 1).getJsonNumber("id").longValue());
    }

    /** What came after, oldest first. */
    public static List<JsonObject> since(Audits before) {
        Api administrator = Api.as(Deployment.ADMINISTRATOR);
        List<JsonObject> found = new ArrayList<>();
        long after = before.last();
        while (true) {
            JsonObject page = administrator
                    .get("/api/skyferry/audit?limit=1000&after=" + after)
                    .ok();
            found.addAll(page.getJsonArray("events").getValuesAs(JsonObject.class));
            if (!page.containsKey("next") || page.isNull("next")) {
                return found;
            }
            after = page.getJsonNumber("next").longValue();
        }
    }

    /** Who did what, with which outcome, in one line each. */
    public static List<String> lines(List<JsonObject> events) {
        return events.stream()
                .map(event -> event.getString("who", "nobody") + " " + event.getString("what") + " "
                        + event.getString("subject") + " " + event.getString("outcome"))
                .toList();
    }
}
