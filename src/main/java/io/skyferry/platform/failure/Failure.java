package io.skyferry.platform.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure with a code from the catalogue. Its message is {@code CODE: detail}; the detail is safe to show to the
 * person concerned and never holds a token, password or key. Earlier attempts' failures are kept as suppressed.
 */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String detail;
    private final Duration retryAfter;

    public Failure(ErrorCode code, String detail) {
        this(code, detail, null, null);
    }

    public Failure(ErrorCode code, String detail, Throwable cause) {
        this(code, detail, cause, null);
    }

    /** @param retryAfter how long the remote asked us to wait, or null when it said nothing */
    public Failure(ErrorCode code, String detail, Throwable cause, Duration retryAfter) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** How long the remote asked us to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
