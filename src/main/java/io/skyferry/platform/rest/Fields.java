package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;

/** Checks of request fields; each failure names the field. */
public final class Fields {
    private Fields() {}

    /** @throws Failure INVALID_REQUEST when absent, blank or longer */
    public static String text(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw invalid(field, "is missing");
        }
        if (value.length() > longest) {
            throw invalid(field, "is longer than " + longest + " characters");
        }
        return value;
    }

    /** @throws Failure INVALID_REQUEST when the body is absent */
    public static <T> T body(T body) {
        if (body == null) {
            throw new Failure(ErrorCode.INVALID_REQUEST, "The request has no body.");
        }
        return body;
    }

    public static Failure invalid(String field, String problem) {
        return new Failure(ErrorCode.INVALID_REQUEST, "'" + field + "' " + problem + ".");
    }
}
