package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightName;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a discovery is to do, as its run keeps it.
 *
 * @param systems the only systems to look at; empty: all
 * @param flights the only flights to look at; empty: all of the systems
 * @param mostProjects most projects to make
 */
public record DiscoveryWish(DiscoveryMode mode, List<String> systems, List<FlightName> flights, int mostProjects) {

    /** Without a limit of projects. */
    public static DiscoveryWish of(DiscoveryMode mode, List<String> systems) {
        return new DiscoveryWish(mode, systems == null ? List.of() : systems, List.of(), Integer.MAX_VALUE);
    }

    static DiscoveryWish of(JsonObject wish) {
        return new DiscoveryWish(
                DiscoveryMode.valueOf(wish.getString("mode")),
                wish.getJsonArray("systems").getValuesAs(JsonString::getString),
                wish.getJsonArray("flights").getValuesAs(JsonObject.class).stream()
                        .map(flight -> new FlightName(flight.getString("system_id"), flight.getString("flight_name")))
                        .toList(),
                wish.getInt("most_projects"));
    }

    JsonObject json() {
        JsonArrayBuilder names = Json.createArrayBuilder();
        flights.forEach(flight -> names.add(Json.createObjectBuilder()
                .add("system_id", flight.systemId())
                .add("flight_name", flight.flightName())));
        return Json.createObjectBuilder()
                .add("mode", mode.name())
                .add("systems", Json.createArrayBuilder(systems))
                .add("flights", names)
                .add("most_projects", mostProjects)
                .build();
    }

    /** Tells this very wish from others of its mode. */
    String variant() {
        CRC32 sum = new CRC32();
        sum.update(json().toString().getBytes(StandardCharsets.UTF_8));
        return "%s-%08x".formatted(mode.variant().isEmpty() ? "create" : mode.variant(), sum.getValue());
    }
}
