package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Bodies of requests. */
public final class Bodies {
    private Bodies() {}

    public static JsonObject autoDiscover() {
        return Json.createObjectBuilder().add("auto_discover", true).build();
    }

    public static JsonObject flights(FlightFolder... flights) {
        JsonArrayBuilder wishes = Json.createArrayBuilder();
        for (FlightFolder flight : flights) {
            wishes.add(Json.createObjectBuilder()
                    .add("flight_name", flight.name())
                    .add("system_id", flight.system())
                    .add("images_path", flight.name() + "/code/images")
                    .add("image_count", flight.hashes().size()));
        }
        return Json.createObjectBuilder().add("flights", wishes).build();
    }

    public static JsonObject project(long id) {
        return Json.createObjectBuilder().add("project_id", id).build();
    }

    public static JsonObject reprocess(long project) {
        return Json.createObjectBuilder(project(project)).add("reprocess", true).build();
    }

    public static JsonObject systems(String... ids) {
        return Json.createObjectBuilder()
                .add("systems", Json.createArrayBuilder(java.util.List.of(ids)))
                .build();
    }

    public static JsonObject credentials(String username, String password) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build();
    }
}
