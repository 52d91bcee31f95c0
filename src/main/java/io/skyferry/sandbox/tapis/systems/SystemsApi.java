package io.skyferry.sandbox.tapis.systems;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.JavaTokenFilter;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import io.skyferry.sandbox.tapis.world.StorageSystem;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lists and shows systems. */
public final class SystemsApi {
    private static final Set<String> PARAMETERS = Set.of(
            "search",
            "listType",
            "limit",
            "orderBy",
            "skip",
            "startAfter",
            "computeTotal",
            "select",
            "showDeleted",
            "impersonationId",
            "hasCredentials",
            "pretty");

    private final World world;
    private final JavaTokenFilter tokens;

    public SystemsApi(World world, JavaTokenFilter tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    public void addTo(Router router) {
        router.get("/v3/systems", this::list)
                .get("/v3/systems/", this::list)
                .get("/v3/systems/healthcheck", request -> health("Health check received. Count: 1"))
                .get("/v3/systems/readycheck", request -> health("Ready check received. Count: 1"))
                .get("/v3/systems/search", this::searchByParameters)
                .post("/v3/systems/search", this::searchByClause)
                .get("/v3/systems/{id}", this::one);
    }

    private static Answer health(String message) {
        return JavaEnvelope.ok(message, Json.createValue(""), JsonValue.EMPTY_JSON_OBJECT);
    }

    private Answer list(Request request) {
        String user = tokens.user(request);
        return found(
                request, user, () -> SearchGrammar.parse(request.query("search").orElse("")));
    }

    private Answer searchByParameters(Request request) {
        String user = tokens.user(request);
        return found(request, user, () -> {
            Predicate<JsonObject> all = system -> true;
            for (Map.Entry<String, List<String>> parameter : request.queries().entrySet()) {
                String[] name = parameter.getKey().split("\\.", 2);
                if (!PARAMETERS.contains(parameter.getKey())) {
                    String operator = name.length == 2 ? name[1] : "eq";
                    all = all.and(SearchGrammar.condition(
                            name[0], operator, parameter.getValue().get(0)));
                }
            }
            return all;
        });
    }

    private Answer searchByClause(Request request) throws IOException {
        String user = tokens.user(request);
        JsonObject body = request.json()
                .filter(json -> json.get("search") instanceof JsonArray)
                .orElseThrow(() -> JavaEnvelope.error(400, "SYSAPI_SEARCH_JSON_INVALID The body has no array search."));
        String clause = body.getJsonArray("search").getValuesAs(JsonString::getString).stream()
                .collect(Collectors.joining(" "));
        return found(request, user, () -> WhereClause.parse(clause));
    }

    private Answer found(Request request, String user, Supplier<Predicate<JsonObject>> search) {
        Paging paging = Paging.of(request);
        Predicate<StorageSystem> listType = listType(request.query("listType").orElse("OWNED"), user);
        try {
            Predicate<JsonObject> wanted = search.get();
            List<JsonObject> all = world.systems().stream()
                    .filter(listType)
                    .map(system -> SystemView.all(system, world.tenant()))
                    .filter(system -> !system.getBoolean("deleted") || Paging.flag(request, "showDeleted"))
                    .filter(wanted)
                    .toList();
            return page(paging, all, request.query("select").orElse("summaryAttributes"));
        } catch (SearchSyntaxException malformed) {
            throw JavaEnvelope.filterError(400, malformed.getMessage());
        } catch (UnknownAttributeException unknown) {
            throw JavaEnvelope.error(
                    500, "SYSAPI_SELECT_ERROR DB_NO_COLUMN_SQL No column for attribute: " + unknown.getMessage());
        }
    }

    private Answer page(Paging paging, List<JsonObject> all, String select) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        List<JsonObject> page = paging.page(all);
        page.forEach(system -> rows.add(SystemView.select(system, select)));
        JsonObjectBuilder metadata = Json.createObjectBuilder();
        metadata.add("recordCount", page.size());
        metadata.add("recordLimit", paging.limit());
        metadata.add("recordsSkipped", paging.skip());
        metadata.add("orderBy", orNull(paging.orderBy()));
        metadata.add("startAfter", orNull(paging.startAfter()));
        metadata.add("totalCount", paging.computeTotal() ? all.size() : -1);
        return JavaEnvelope.ok(
                "TAPIS_FOUND Systems found: " + page.size() + " systems", rows.build(), metadata.build());
    }

    private static JsonValue orNull(String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }

    private static Predicate<StorageSystem> listType(String name, String user) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "OWNED" -> system -> system.owner().equals(user);
            case "SHARED_PUBLIC" -> StorageSystem::isPublic;
            case "ALL" -> system -> system.isVisibleTo(user);
            default -> throw JavaEnvelope.error(500, "SYSAPI_SELECT_ERROR Invalid listType: " + name);
        };
    }

    private Answer one(Request request) {
        String user = tokens.user(request);
        String id = request.path("id");
        StorageSystem system = world.findSystem(id)
                .orElseThrow(() -> JavaEnvelope.error(
                        404, "SYSAPI_NOT_FOUND System not found. jwtTenant: " + world.tenant() + " System: " + id));
        if (!system.isVisibleTo(user)) {
            throw JavaEnvelope.error(
                    403, "SYSLIB_UNAUTH Not authorized. jwtUser: " + user + " Operation: read System: " + id);
        }
        JsonObject shown = SystemView.select(
                SystemView.all(system, world.tenant()), request.query("select").orElse("allAttributes"));
        return JavaEnvelope.ok("TAPIS_FOUND System found: " + id, shown, JsonValue.EMPTY_JSON_OBJECT);
    }
}
