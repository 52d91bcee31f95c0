package io.skyferry.sandbox.tapis.systems;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code (attribute.operator.value)~(attribute.operator.value)}: conditions joined by AND. A single condition may drop
 * its parentheses; the value is everything after the second dot; {@code *} is any run of characters, {@code !} is one;
 * a backslash escapes {@code ~ , ( )}.
 */
final class SearchGrammar {
    private static final Set<String> LISTS = Set.of("in", "nin", "between", "nbetween", "contains", "ncontains");

    private SearchGrammar() {}

    /** @throws SearchSyntaxException when it does not follow the grammar */
    static Predicate<JsonObject> parse(String search) {
        Predicate<JsonObject> all = system -> true;
        if (search.isBlank()) {
            return all;
        }
        List<String> conditions = split(search, '~');
        for (String condition : conditions) {
            all = all.and(condition(unwrapped(condition, conditions.size() > 1)));
        }
        return all;
    }

    /** One condition, its value still with escapes. */
    static Condition condition(String attribute, String operator, String value) {
        String lower = operator.toLowerCase(Locale.ROOT);
        if (!Condition.OPERATORS.contains(lower) || attribute.isBlank() || value.isBlank()) {
            throw new SearchSyntaxException("SEARCH_COND_INVALID " + attribute + "." + operator + "." + value);
        }
        boolean pattern = lower.equals("like") || lower.equals("nlike");
        List<String> values = LISTS.contains(lower) ? split(value, ',') : List.of(value);
        return new Condition(
                attribute,
                lower,
                values.stream()
                        .map(v -> pattern ? likePattern(v) : unescaped(v))
                        .toList());
    }

    private static Condition condition(String text) {
        String[] pieces = text.split("\\.", 3);
        if (pieces.length < 3) {
            throw new SearchSyntaxException("SEARCH_COND_INVALID " + text);
        }
        return condition(pieces[0], pieces[1], pieces[2]);
    }

    private static String unwrapped(String condition, boolean needed) {
        String text = condition.strip();
        if (text.startsWith("(") && text.endsWith(")")) {
            return text.substring(1, text.length() - 1);
        }
        if (needed || text.startsWith("(") || text.endsWith(")")) {
            throw new SearchSyntaxException("SEARCH_UNBALANCED_PARENTHESES " + condition);
        }
        return text;
    }

    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                piece.append('\\').append(text.charAt(++i));
            } else if (text.charAt(i) == separator) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(text.charAt(i));
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\([~,()*!])", "$1");
    }

    /** The database's pattern: its own wildcards in the text are escaped first. */
    private static String likePattern(String value) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length() && "~,()*!".indexOf(value.charAt(i + 1)) >= 0) {
                pattern.append(value.charAt(++i));
            } else {
                pattern.append(
                        Arrays.asList('%', '_', '\\').contains(c) ? "\\" + c : c == '*' ? "%" : c == '!' ? "_" : c);
            }
        }
        return pattern.toString();
    }
}
