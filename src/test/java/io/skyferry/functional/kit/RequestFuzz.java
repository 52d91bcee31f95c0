package io.skyferry.functional.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Makes requests that are nearly right, or not at all. The same seed makes the same requests. */
public final class RequestFuzz {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "a\u0000b",
            "\uD83D\uDE81",
            "\u202Eabc",
            "e\u0301",
            "'; drop table image; --",
            "%00",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "*",
            "none",
            "2026-01-31T15:04:05Z",
            "-999999999-01-01T00:00:00Z",
            "ptdatax.project.X",
            "x".repeat(5000));
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"text\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[]",
            "[null]",
            "[[[]]]",
            "[1, \"a\", {}]",
            "{}",
            "{\"a\": {\"b\": []}}");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{",
            "{\"a\":",
            "{}{}",
            "\uFEFF{}",
            "{\"a\": 1, \"a\": 2}",
            "<a/>",
            "a=b",
            "\u0000");
    private static final List<String> TYPES = List.of(
            "text/plain", "application/xml", "multipart/form-data", "application/json;charset=latin1", "nonsense");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "BREW");

    private final Random random;
    private final long project;

    public RequestFuzz(long seed, long project) {
        this.random = new Random(seed);
        this.project = project;
    }

    /** One request. */
    public record Sent(String method, String address, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return method + " " + shortened(address) + " " + headers + " " + shortened(body);
        }

        private static String shortened(String text) {
            return text == null || text.length() <= 300 ? text : text.substring(0, 300) + "...";
        }
    }

    public Sent next(ApiDocument.Operation operation) {
        String method = chance(10) ? pick(METHODS) : operation.method().toUpperCase(java.util.Locale.ROOT);
        Map<String, String> headers = new HashMap<>();
        String body = null;
        if (operation.node().has("requestBody") || chance(10)) {
            body = chance(25) ? pick(BODIES) : object(operation);
            headers.put("Content-Type", chance(10) ? pick(TYPES) : "application/json");
        }
        if (chance(10)) {
            headers.put("Accept", pick(List.of("application/xml", "text/html", "*/*", "nonsense")));
        }
        if (chance(10)) {
            headers.put("If-None-Match", pick(List.of("*", "\"a\"", "nonsense", ",,,")));
        }
        return new Sent(method, path(operation.path()) + query(operation), headers, body);
    }

    private String path(String template) {
        String path = template;
        while (path.contains("{")) {
            // A NUL in a path never reaches the application: the server refuses it with a 400 of its own.
            String value =
                    chance(60) ? Long.toString(project) : encoded(pick(NASTY)).replace("%00", "");
            path = path.replaceFirst("\\{[^}]+}", value.isEmpty() ? "0" : value.replace("$", "%24"));
        }
        return chance(20) ? path + "/" : path;
    }

    private String query(ApiDocument.Operation operation) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        operation.node().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString("").equals("query") && chance(40)) {
                query.add(parameter.path("name").asString() + "=" + encoded(pick(NASTY)));
            }
        });
        if (chance(10)) {
            query.add("unknown=" + encoded(pick(NASTY)) + "&&=&" + encoded(pick(NASTY)));
        }
        return query.toString();
    }

    /** Of the fields that the operation knows, some, with anything in them. */
    private String object(ApiDocument.Operation operation) {
        StringJoiner object = new StringJoiner(", ", "{", "}");
        for (String field : fields(operation)) {
            if (chance(60)) {
                object.add("\"" + field + "\": " + (chance(20) ? nested() : pick(VALUES)));
            }
        }
        return object.toString();
    }

    private static List<String> fields(ApiDocument.Operation operation) {
        JsonNode schema = operation.requestSchema();
        return schema.path("properties").isEmpty()
                ? List.of("anything")
                : List.copyOf(schema.path("properties").propertyNames());
    }

    private String nested() {
        int depth = 1 + random.nextInt(3000);
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
