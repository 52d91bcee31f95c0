package io.skyferry.sandbox.tapis.systems;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Limit, order and skipping of a list of systems, checked by the service's parameter filter: bare text, status 400.
 * There is no order unless asked for.
 */
record Paging(int limit, int skip, String startAfter, String orderBy, boolean computeTotal) {
    static Paging of(Request request) {
        int limit = number(request, "limit", 100);
        int skip = number(request, "skip", 0);
        String startAfter =
                request.query("startAfter").filter(text -> !text.isBlank()).orElse(null);
        String orderBy =
                request.query("orderBy").filter(text -> !text.isBlank()).orElse(null);
        require(limit >= -1, "limit", limit);
        require(skip >= 0, "skip", skip);
        require(startAfter == null || skip == 0, "startAfter", "must not come with skip");
        require(startAfter == null || orderBy != null, "startAfter", "needs orderBy");
        Paging paging = new Paging(limit, skip, startAfter, orderBy, flag(request, "computeTotal"));
        paging.order();
        return paging;
    }

    static boolean flag(Request request, String name) {
        return request.query(name).map(Boolean::parseBoolean).orElse(false);
    }

    List<JsonObject> page(List<JsonObject> found) {
        Stream<JsonObject> rows = found.stream();
        if (orderBy != null) {
            rows = rows.sorted(order());
        }
        if (startAfter != null) {
            String major = orderBy.split(",")[0].replaceAll("\\(.*", "").strip();
            boolean descending = orderBy.split(",")[0].toLowerCase(Locale.ROOT).contains("(desc");
            rows = rows.dropWhile(row -> descending
                    ? text(row, major).compareTo(startAfter) >= 0
                    : text(row, major).compareTo(startAfter) <= 0);
        }
        rows = rows.skip(skip);
        return (limit < 0 ? rows : rows.limit(limit)).toList();
    }

    private Comparator<JsonObject> order() {
        Comparator<JsonObject> order = Comparator.comparing(row -> 0);
        List<String> pieces = orderBy == null ? List.of() : new ArrayList<>(List.of(orderBy.split(",")));
        for (String piece : pieces) {
            require(piece.strip().matches("[A-Za-z_]+(\\((?i:asc|desc)\\))?"), "orderBy", orderBy);
            String name = piece.replaceAll("\\(.*", "").strip();
            Comparator<JsonObject> one = (a, b) -> compare(a.get(name), b.get(name));
            order = order.thenComparing(piece.toLowerCase(Locale.ROOT).contains("(desc") ? one.reversed() : one);
        }
        return order;
    }

    private static int compare(JsonValue a, JsonValue b) {
        if (a.getValueType() == JsonValue.ValueType.NUMBER && b.getValueType() == JsonValue.ValueType.NUMBER) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return a.toString().compareTo(b.toString());
    }

    private static String text(JsonObject row, String name) {
        return row.getString(name, String.valueOf(row.get(name)));
    }

    private static int number(Request request, String name, int fallback) {
        String text = request.query(name).filter(t -> !t.isBlank()).orElse(Integer.toString(fallback));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw invalid(name, text);
        }
    }

    private static void require(boolean valid, String name, Object value) {
        if (!valid) {
            throw invalid(name, value);
        }
    }

    private static RuntimeException invalid(String name, Object value) {
        return JavaEnvelope.filterError(
                400, "TAPIS_QUERY_PARAM_INVALID Invalid query parameter. Parameter: " + name + " Value: " + value);
    }
}
