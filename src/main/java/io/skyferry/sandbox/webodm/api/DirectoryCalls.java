package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.ProcessingNode;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.Timestamps;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Users, processing nodes and presets: what a client looks up before it makes a task. */
final class DirectoryCalls {
    /** Name, type, default and domain of some of the options that a node offers. */
    private static final List<List<String>> OPTIONS = List.of(
            List.of("min-num-features", "int", "10000", "integer"),
            List.of("fast-orthophoto", "bool", "false", ""),
            List.of("auto-boundary", "bool", "false", ""),
            List.of("dsm", "bool", "false", ""),
            List.of("dtm", "bool", "false", ""),
            List.of("orthophoto-resolution", "float", "5", "float > 0.0"),
            List.of("split", "int", "999999", "positive integer"));

    private static final List<String> FEATURE_TYPES = List.of("akaze", "hahog", "orb", "sift");

    private final World world;

    DirectoryCalls(World world) {
        this.world = world;
    }

    void declare(Paths paths) {
        // Both spellings are served.
        paths.add("/api/users", Map.of("GET", this::users));
        paths.add("/api/users/", Map.of("GET", this::users));
        paths.add("/api/processingnodes/", Map.of("GET", this::nodes, "POST", DirectoryCalls::refuse));
        paths.add("/api/processingnodes/options/", Map.of("GET", call -> Answers.json(200, options())));
        paths.add("/api/presets/", Map.of("GET", call -> Answers.json(200, presets())));
    }

    private Answer users(Call call) {
        String wanted = call.request().query("search").orElse("").toLowerCase(Locale.ROOT);
        long limit = call.request()
                .query("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        JsonArrayBuilder found = Json.createArrayBuilder();
        world.accounts().stream()
                .filter(account -> fits(account, wanted))
                .limit(limit)
                .forEach(account -> found.add(Json.createObjectBuilder()
                        .add("username", account.username())
                        .add("email", account.email())));
        return Answers.json(200, found.build());
    }

    private static boolean fits(Account account, String wanted) {
        return account.username().toLowerCase(Locale.ROOT).contains(wanted)
                || account.email().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Answer nodes(Call call) {
        return world.call(
                () -> Answers.json(200, Json.createArrayBuilder().add(node()).build()));
    }

    /** The sandbox has one node for good. */
    private static Answer refuse(Call call) {
        throw Refusal.forbidden();
    }

    private JsonObject node() {
        boolean online = world.node().state() != ProcessingNode.State.OFFLINE;
        return Json.createObjectBuilder()
                .add("id", ProcessingNode.ID)
                .add("online", online)
                .add("label", ProcessingNode.LABEL)
                .add("hostname", "127.0.0.1")
                .add("port", ProcessingNode.PORT)
                .add("api_version", "2.3.1")
                .add("last_refreshed", Timestamps.text(world.now()))
                .add("queue_count", 0)
                .add("available_options", options())
                .add("token", "")
                .add("max_images", JsonValue.NULL)
                .add("engine_version", "?")
                .add("engine", "sandbox")
                .build();
    }

    private static JsonArray options() {
        JsonArrayBuilder options = Json.createArrayBuilder();
        options.add(option(
                "feature-type",
                "enum",
                "sift",
                Json.createArrayBuilder(FEATURE_TYPES).build()));
        for (List<String> option : OPTIONS) {
            options.add(option(option.get(0), option.get(1), option.get(2), Json.createValue(option.get(3))));
        }
        return options.build();
    }

    private static JsonObject option(String name, String type, String value, JsonValue domain) {
        return Json.createObjectBuilder()
                .add("help", "Accepted and without effect: this is a sandbox.")
                .add("name", name)
                .add("type", type)
                .add("value", value)
                .add("domain", domain)
                .build();
    }

    private static JsonArray presets() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("id", 1)
                        .add("name", "Default")
                        .add("options", JsonValue.EMPTY_JSON_ARRAY)
                        .add("system", true)
                        .add("created_at", "2026-05-19T00:00:00.000000Z"))
                .build();
    }
}
