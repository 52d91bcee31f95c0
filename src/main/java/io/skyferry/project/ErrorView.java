package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;

/**
 * A failure as ledger rows keep it, with what the catalogue says of it.
 *
 * @param retryable whether the same may succeed when it is tried again
 */
public record ErrorView(String code, String detail, String hint, boolean retryable) {
    public static ErrorView of(ErrorCode code, String detail) {
        return new ErrorView(code.name(), detail, code.hint(), code.retryable());
    }

    /** Null when the project has no failure. */
    public static ErrorView of(FlightProject project) {
        return project.errorCode().map(code -> of(code, project.errorText())).orElse(null);
    }
}
