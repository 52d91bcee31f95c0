package io.skyferry.access.rest;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.Fields;

/** A text field of a request, with its name for the complaint; the complaint never quotes the value. */
record NamedText(String name, String value) {

    /** @throws Failure INVALID_REQUEST when it is missing, blank, too long or has control characters */
    String required(int longest) {
        if (value == null || value.isBlank()) {
            throw invalid("is missing");
        }
        if (value.length() > longest) {
            throw invalid("is longer than " + longest + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw invalid("has control characters");
        }
        return value;
    }

    private Failure invalid(String problem) {
        return Fields.invalid(name, problem);
    }
}
