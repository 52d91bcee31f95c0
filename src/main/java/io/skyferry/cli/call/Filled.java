package io.skyferry.cli.call;

import io.skyferry.cli.call.Parameter.Place;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call with what was given on the command line.
 *
 * @param values only of the parameters that were given
 */
record Filled(Call call, Map<Parameter, Object> values) {

    /** @return with the query */
    String path() {
        StringBuilder address = new StringBuilder(call.path());
        values.forEach((parameter, value) -> {
            if (parameter.place() == Place.PATH) {
                String name = "{" + parameter.field() + "}";
                int at = address.indexOf(name);
                // a space in a path is not a plus sign
                address.replace(
                        at, at + name.length(), encoded(value.toString()).replace("+", "%20"));
            }
        });
        values.forEach((parameter, value) -> {
            if (parameter.place() == Place.QUERY) {
                List<?> all = value instanceof List<?> several ? several : List.of(value);
                all.forEach(one -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(parameter.field())
                        .append('=')
                        .append(encoded(one.toString())));
            }
        });
        return address.toString();
    }

    JsonObject body() {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((parameter, value) -> {
            if (parameter.place() == Place.BODY) {
                put(tree, parameter.field(), value);
            }
        });
        return object(tree);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String field, Object value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            tree.put(field, value);
        } else {
            Object inner = tree.computeIfAbsent(field.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, field.substring(dot + 1), value);
        }
    }

    private static JsonObject object(Map<String, Object> tree) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        tree.forEach((name, value) -> json.add(name, json(value)));
        return json.build();
    }

    @SuppressWarnings("unchecked")
    private static JsonValue json(Object value) {
        if (value instanceof Map<?, ?> inner) {
            return object((Map<String, Object>) inner);
        }
        if (value instanceof List<?> list) {
            if (list.equals(List.of(""))) {
                return JsonValue.EMPTY_JSON_ARRAY;
            }
            return Json.createArrayBuilder(list).build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Long number ? Json.createValue(number) : Json.createValue(value.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
