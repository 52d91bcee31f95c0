package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * GET projects/: a bare array of everything visible, or with {@code page=N} ten at a time. Filters compare exactly,
 * newest first unless {@code ordering} says otherwise.
 */
final class ProjectList {
    private static final int PAGE_SIZE = 10;
    private static final List<String> FILTERS = List.of("id", "name", "description", "created_at");

    private final World world;
    private final Request request;
    private final Account reader;

    ProjectList(World world, Request request, Account reader) {
        this.world = world;
        this.request = request;
        this.reader = reader;
    }

    JsonValue answer() {
        List<JsonObject> rows = rows();
        return request.query("page").isPresent() ? page(rows) : array(rows);
    }

    private List<JsonObject> rows() {
        ProjectSearch search = new ProjectSearch(world, request.query("search").orElse(""));
        List<JsonObject> rows = world.projects().stream()
                .filter(project -> visible(project) && search.fits(project))
                .map(project -> ProjectJson.show(world, project, reader))
                .filter(this::fitsFilters)
                .toList();
        return Ordering.sort(rows, request.query("ordering").orElse("-created_at"));
    }

    private boolean visible(ProjectRow project) {
        return !project.deleting() && project.permissionsOf(reader).contains(Permission.VIEW);
    }

    private boolean fitsFilters(JsonObject row) {
        request.query("id").filter(id -> !id.matches("-?\\d*")).ifPresent(id -> {
            throw Refusal.field("id", "Enter a number.");
        });
        return FILTERS.stream()
                .allMatch(field -> request.query(field)
                        .filter(wanted -> !wanted.isEmpty())
                        .map(wanted -> wanted.equals(Ordering.text(row.get(field))))
                        .orElse(true));
    }

    private JsonValue page(List<JsonObject> rows) {
        int pages = Math.max(1, (rows.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = pageNumber(pages);
        List<JsonObject> part = rows.subList((page - 1) * PAGE_SIZE, Math.min(rows.size(), page * PAGE_SIZE));
        return Json.createObjectBuilder()
                .add("count", rows.size())
                .add("next", page < pages ? link(page + 1) : JsonValue.NULL)
                .add("previous", page > 1 ? link(page - 1) : JsonValue.NULL)
                .add("results", array(part))
                .build();
    }

    private int pageNumber(int pages) {
        String asked = request.query("page").orElseThrow();
        if (asked.equals("last")) {
            return pages;
        }
        if (!asked.matches("\\d{1,9}") || asked.matches("0+") || Integer.parseInt(asked) > pages) {
            throw Refusal.detail(404, "Invalid page.");
        }
        return Integer.parseInt(asked);
    }

    private JsonValue link(int page) {
        Map<String, List<String>> queries = new TreeMap<>(request.queries());
        queries.remove("page");
        if (page > 1) {
            queries.put("page", List.of("" + page));
        }
        String query = queries.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        String host = request.header("Host").orElse("127.0.0.1");
        return Json.createValue("http://" + host + request.rawPath() + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonValue array(List<JsonObject> rows) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        rows.forEach(array::add);
        return array.build();
    }
}
