package io.skyferry.sandbox.tapis.systems;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One comparison of a system's attribute. Patterns: {@code %} = any run, {@code _} = one character, case counts. */
record Condition(String attribute, String operator, List<String> values) implements Predicate<JsonObject> {
    static final Set<String> OPERATORS = Set.of(
            "eq",
            "neq",
            "gt",
            "gte",
            "lt",
            "lte",
            "in",
            "nin",
            "like",
            "nlike",
            "between",
            "nbetween",
            "contains",
            "ncontains");
    private static final Set<String> UNSEARCHABLE =
            Set.of("authnCredential", "jobRuntimes", "jobEnvVariables", "batchLogicalQueues", "notes");

    /** @throws UnknownAttributeException when the attribute can't be searched */
    Condition {
        attribute = camelCase(attribute);
        values = List.copyOf(values);
        if (!SystemView.attributes().contains(attribute) || UNSEARCHABLE.contains(attribute)) {
            throw new UnknownAttributeException(attribute);
        }
    }

    @Override
    public boolean test(JsonObject system) {
        JsonValue value = system.get(attribute);
        if (value == null || value.equals(JsonValue.NULL)) {
            return false;
        }
        return switch (operator) {
            case "eq", "in" -> values.stream().anyMatch(wanted -> compare(value, wanted) == 0);
            case "neq", "nin" -> values.stream().noneMatch(wanted -> compare(value, wanted) == 0);
            case "gt" -> compare(value, values.get(0)) > 0;
            case "gte" -> compare(value, values.get(0)) >= 0;
            case "lt" -> compare(value, values.get(0)) < 0;
            case "lte" -> compare(value, values.get(0)) <= 0;
            case "like" -> isLike(text(value), values.get(0));
            case "nlike" -> !isLike(text(value), values.get(0));
            case "between" -> isBetween(value);
            case "nbetween" -> !isBetween(value);
            case "contains" -> elements(value).containsAll(values);
            default -> !elements(value).containsAll(values);
        };
    }

    private boolean isBetween(JsonValue value) {
        return values.size() == 2 && compare(value, values.get(0)) >= 0 && compare(value, values.get(1)) <= 0;
    }

    private static int compare(JsonValue value, String wanted) {
        if (value.getValueType() == JsonValue.ValueType.NUMBER) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(wanted));
        }
        boolean truth = value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
        return text(value).compareTo(truth ? wanted.toLowerCase(Locale.ROOT) : wanted);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static List<String> elements(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.ARRAY
                ? value.asJsonArray().stream().map(Condition::text).toList()
                : List.of(text(value));
    }

    private static boolean isLike(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean escaped = false;
        for (char c : pattern.toCharArray()) {
            if (c == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            regex.append(escaped ? Pattern.quote(String.valueOf(c)) : piece(c));
            escaped = false;
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private static String piece(char c) {
        return c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c));
    }

    private static String camelCase(String name) {
        String[] words = name.split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .reduce("", String::concat);
    }
}
