package io.skyferry.transfer.download;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Excerpt;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.RetryAfter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer other than 200 from Tapis' content endpoint means. */
record TapisAnswer(int status, byte[] body, Duration retryAfter) {
    /** Enough to recognise every known error. */
    static final int LONGEST_BODY = 8192;

    private static final Pattern SECURITY_CODE = Pattern.compile("^\\s*\"?(TAPIS_SECURITY_[A-Z_]+)");

    static TapisAnswer of(HttpResponse<byte[]> response, Instant now) {
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, now))
                .orElse(null);
        return new TapisAnswer(response.statusCode(), response.body(), wait);
    }

    /** Whether it is about our token, so that a newer one may help. */
    boolean rejectsToken() {
        return status == 401 && securityCode().find();
    }

    Failure asFailure() {
        return switch (status) {
            case 401 -> unauthorized();
            case 403 -> failure(ErrorCode.TAPIS_FORBIDDEN);
            case 404 -> failure(absent());
            case 429, 503 -> failure(ErrorCode.TAPIS_BUSY);
            // A proxy's word for a service that is away.
            case 502, 504 -> failure(ErrorCode.TAPIS_UNREACHABLE);
            default -> other();
        };
    }

    /** Only Tapis' own word for a path makes a file gone: a system may be gone or disabled, or a proxy may answer. */
    private ErrorCode absent() {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.contains("FILES_SYS_")) {
            return ErrorCode.SYSTEM_NOT_ACCESSIBLE;
        }
        return text.stripLeading().startsWith("<") ? ErrorCode.TAPIS_UNEXPECTED_ANSWER : ErrorCode.TAPIS_NOT_FOUND;
    }

    private Failure unauthorized() {
        Matcher code = securityCode();
        if (code.find()) {
            return new Failure(ErrorCode.TOKEN_EXPIRED, "Tapis refused a renewed token: " + code.group(1));
        }
        return failure(ErrorCode.TAPIS_HOST_CREDENTIAL);
    }

    private Failure other() {
        if (status == 500 && Excerpt.of(body).contains("Token is revoked")) {
            return new Failure(ErrorCode.TOKEN_EXPIRED, "Tapis says that the token is revoked");
        }
        return failure(status >= 500 ? ErrorCode.TAPIS_ERROR : ErrorCode.TAPIS_UNEXPECTED_ANSWER);
    }

    private Failure failure(ErrorCode code) {
        return new Failure(code, ("HTTP " + status + " " + Excerpt.of(body)).strip(), null, retryAfter);
    }

    private Matcher securityCode() {
        return SECURITY_CODE.matcher(new String(body, StandardCharsets.UTF_8));
    }
}
