package io.skyferry.cli.call;

import java.util.List;

/**
 * Something that a call takes from the command line.
 *
 * @param field its name in the request; in a body dots lead into objects
 * @param option such as {@code --limit}; empty for an argument without a flag
 * @param choices what completion offers; the server says what is wrong with anything else
 */
public record Parameter(
        Place place,
        String field,
        String option,
        String label,
        Kind kind,
        String description,
        List<String> choices,
        boolean required) {

    /** Where in the request it goes. */
    public enum Place {
        PATH,
        QUERY,
        BODY
    }

    /** What may be given, and as what it is sent. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** Without a value; true when it is there. */
        FLAG,
        /** With the value true or false. */
        BOOLEAN,
        /** Several texts. */
        LIST,
        /** Never on the command line. */
        SECRET
    }

    private static Parameter of(Place place, String field, String option, String label, Kind kind, String description) {
        return new Parameter(place, field, option, label, kind, description, List.of(), option.isEmpty());
    }

    /** The number in the path. */
    static Parameter id(String description) {
        return of(Place.PATH, "id", "", "ID", Kind.NUMBER, description);
    }

    /** A word in the path. */
    static Parameter word(String field, String label, String description) {
        return of(Place.PATH, field, "", label, Kind.TEXT, description);
    }

    static Parameter query(String field, String option, String label, String description) {
        return of(Place.QUERY, field, option, label, Kind.TEXT, description);
    }

    static Parameter body(String field, String option, String label, String description) {
        return of(Place.BODY, field, option, label, Kind.TEXT, description);
    }

    static Parameter flag(String field, String option, String description) {
        return of(Place.BODY, field, option, "", Kind.FLAG, description);
    }

    static Parameter secret(String field, String option, String description) {
        return of(Place.BODY, field, option, "", Kind.SECRET, description);
    }

    Parameter as(Kind other) {
        return new Parameter(place, field, option, label, other, description, choices, required);
    }

    /** Several values: each word of it completes. */
    Parameter among(String... offered) {
        return new Parameter(place, field, option, label, kind, description, List.of(offered), required);
    }

    Parameter mustBeGiven() {
        return new Parameter(place, field, option, label, kind, description, choices, true);
    }

    boolean isPositional() {
        return option.isEmpty();
    }
}
