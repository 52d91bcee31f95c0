package io.skyferry.sandbox.tapis.systems;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL-like search of {@code POST /v3/systems/search}: comparisons, {@code LIKE}, {@code IN}, {@code BETWEEN},
 * {@code NOT}, {@code AND}, {@code OR} and parentheses; texts in single quotes.
 */
final class WhereClause {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('(?:[^']|'')*'|<>|!=|<=|>=|[=<>(),]|[A-Za-z0-9_.+-]+)", Pattern.DOTALL);
    private static final Map<String, String> COMPARISONS =
            Map.of("=", "eq", "<>", "neq", "!=", "neq", "<", "lt", ">", "gt", "<=", "lte", ">=", "gte");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private WhereClause(String text) {
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != text.strip().length() || tokens.isEmpty()) {
            throw new SearchSyntaxException("SEARCH_SQL_INVALID " + text);
        }
    }

    /** @throws SearchSyntaxException when it can't be parsed */
    static Predicate<JsonObject> parse(String text) {
        WhereClause clause = new WhereClause(text);
        Predicate<JsonObject> parsed = clause.disjunction();
        if (clause.next < clause.tokens.size()) {
            throw new SearchSyntaxException("SEARCH_SQL_INVALID near " + clause.tokens.get(clause.next));
        }
        return parsed;
    }

    private Predicate<JsonObject> disjunction() {
        Predicate<JsonObject> left = conjunction();
        while (accept("OR")) {
            left = left.or(conjunction());
        }
        return left;
    }

    private Predicate<JsonObject> conjunction() {
        Predicate<JsonObject> left = term();
        while (accept("AND")) {
            left = left.and(term());
        }
        return left;
    }

    private Predicate<JsonObject> term() {
        if (accept("NOT")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<JsonObject> inner = disjunction();
            expect(")");
            return inner;
        }
        String attribute = take();
        boolean negated = accept("NOT");
        String operator = take().toUpperCase(Locale.ROOT);
        return switch (operator) {
            case "LIKE" -> new Condition(attribute, negated ? "nlike" : "like", List.of(value()));
            case "IN" -> new Condition(attribute, negated ? "nin" : "in", list());
            case "BETWEEN" -> new Condition(attribute, negated ? "nbetween" : "between", range());
            default -> new Condition(attribute, comparison(operator), List.of(value()));
        };
    }

    private static String comparison(String operator) {
        if (!COMPARISONS.containsKey(operator)) {
            throw new SearchSyntaxException("SEARCH_SQL_INVALID near " + operator);
        }
        return COMPARISONS.get(operator);
    }

    private List<String> list() {
        List<String> values = new ArrayList<>();
        expect("(");
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return values;
    }

    private List<String> range() {
        String low = value();
        expect("AND");
        return List.of(low, value());
    }

    private String value() {
        String token = take();
        return token.startsWith("'") ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    }

    private String take() {
        if (next == tokens.size()) {
            throw new SearchSyntaxException("SEARCH_SQL_INVALID ends too early");
        }
        return tokens.get(next++);
    }

    private boolean accept(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new SearchSyntaxException("SEARCH_SQL_INVALID expected " + word);
        }
    }
}
