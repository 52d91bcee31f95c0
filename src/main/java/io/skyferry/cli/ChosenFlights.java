package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds flights that were named as {@code SYSTEM/NAME}. */
final class ChosenFlights {
    private ChosenFlights() {}

    /** @throws CommandFailure when one of them is not there */
    static JsonArray find(List<String> names, ApiClient api) {
        List<Fields> found = scan(names, api);
        JsonArrayBuilder chosen = Json.createArrayBuilder();
        for (String name : new LinkedHashSet<>(names)) {
            chosen.add(found.stream()
                    .filter(flight -> name(flight).equals(name))
                    .findFirst()
                    .map(ChosenFlights::entry)
                    .orElseThrow(() -> CommandFailure.of(
                            ErrorCode.NOT_FOUND, "There is no flight " + name + ".", "See 'skyferry flights'.")));
        }
        return chosen.build();
    }

    private static List<Fields> scan(List<String> names, ApiClient api) {
        Set<String> systems = new LinkedHashSet<>();
        names.forEach(name -> systems.add(systemOf(name)));
        JsonArrayBuilder ids = Json.createArrayBuilder();
        systems.forEach(ids::add);
        JsonObject body = Json.createObjectBuilder().add("systems", ids).build();
        return new Fields(api.postScan("/api/tapis-storage/discover-flights/", body)).list("flights");
    }

    private static String systemOf(String name) {
        int slash = name.indexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            throw CommandFailure.usage("'" + name + "' does not name a flight.", "Write --flight SYSTEM/NAME.");
        }
        return name.substring(0, slash);
    }

    private static String name(Fields flight) {
        return flight.text("system_id") + "/" + flight.text("flight_name");
    }

    private static JsonObject entry(Fields flight) {
        return Json.createObjectBuilder()
                .add("flight_name", flight.text("flight_name"))
                .add("system_id", flight.text("system_id"))
                .add("images_path", flight.text("images_path"))
                .add("image_count", flight.number("image_count"))
                .build();
    }
}
