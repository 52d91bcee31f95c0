package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightName;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a discovery is to do, as its run keeps it.
 *
 * @param systems the only systems to look at; empty: all
 * @param flights the only flights to look at; empty: all of the systems
 * @param mostProjects most projects to make
 * @param client the OAuth2 client whose token is to be used; empty: any
 */
public record DiscoveryWish(
        DiscoveryMode mode, List<String> systems, List<FlightName> flights, int mostProjects, Optional<String> client) {
    private static final int HASH_BYTES = 8;

    /** Without a limit of projects. */
    public static DiscoveryWish of(DiscoveryMode mode, List<String> systems) {
        return new DiscoveryWish(
                mode, systems == null ? List.of() : systems, List.of(), Integer.MAX_VALUE, Optional.empty());
    }

    DiscoveryWish with(Optional<String> wished) {
        return new DiscoveryWish(mode, systems, flights, mostProjects, wished);
    }

    static DiscoveryWish of(JsonObject wish) {
        return new DiscoveryWish(
                DiscoveryMode.valueOf(wish.getString("mode")),
                wish.getJsonArray("systems").getValuesAs(JsonString::getString),
                wish.getJsonArray("flights").getValuesAs(JsonObject.class).stream()
                        .map(flight -> new FlightName(flight.getString("system_id"), flight.getString("flight_name")))
                        .toList(),
                wish.getInt("most_projects"),
                Optional.ofNullable(wish.getString("client_id", null)));
    }

    JsonObject json() {
        JsonArrayBuilder names = Json.createArrayBuilder();
        flights.forEach(flight -> names.add(Json.createObjectBuilder()
                .add("system_id", flight.systemId())
                .add("flight_name", flight.flightName())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mode", mode.name())
                .add("systems", Json.createArrayBuilder(systems))
                .add("flights", names)
                .add("most_projects", mostProjects);
        client.ifPresent(id -> json.add("client_id", id));
        return json.build();
    }

    /** Tells this very wish from others of its mode. */
    String variant() {
        String name = mode.variant().isEmpty() ? "create" : mode.variant();
        return name + "-" + HexFormat.of().formatHex(hash(json().toString()), 0, HASH_BYTES);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
