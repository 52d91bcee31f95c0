package io.skyferry.tapis;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Excerpt;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.RetryAfter;
import io.skyferry.platform.rest.RemoteBody;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Translates Tapis' error answers into our failures. A 401 is ambiguous: text that starts with TAPIS_SECURITY_ means
 * the token, anything else means that Tapis has no credential for the storage host. A revoked token is a 500 of the
 * proxy. Redirects are errors: the token must not travel to another host.
 */
public class TapisErrors implements ResponseExceptionMapper<Failure> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public Failure toThrowable(Response response) {
        String body = RemoteBody.text(response);
        Duration wait = response.getHeaderString("Retry-After") == null
                ? null
                : RetryAfter.parse(response.getHeaderString("Retry-After"), Instant.now())
                        .orElse(null);
        return new Failure(
                code(response.getStatus(), body),
                "Tapis " + response.getStatus() + ": " + Excerpt.of(body),
                null,
                wait);
    }

    static ErrorCode code(int status, String body) {
        return switch (status) {
            case 401 -> body.startsWith("TAPIS_SECURITY_") ? ErrorCode.TOKEN_EXPIRED : ErrorCode.TAPIS_HOST_CREDENTIAL;
            case 403 -> ErrorCode.TAPIS_FORBIDDEN;
            case 404 -> absent(body);
            case 429, 503 -> ErrorCode.TAPIS_BUSY;
            case 500 -> body.contains("Token is revoked.") ? ErrorCode.TOKEN_EXPIRED : ErrorCode.TAPIS_ERROR;
            default -> status >= 500 ? ErrorCode.TAPIS_ERROR : ErrorCode.TAPIS_UNEXPECTED_ANSWER;
        };
    }

    /** A path that is not there is one thing; a system that is gone or disabled, or a proxy's own page, is another. */
    private static ErrorCode absent(String body) {
        if (body.contains("FILES_SYS_")) {
            return ErrorCode.SYSTEM_NOT_ACCESSIBLE;
        }
        return body.stripLeading().startsWith("<") ? ErrorCode.TAPIS_UNEXPECTED_ANSWER : ErrorCode.TAPIS_NOT_FOUND;
    }

    /**
     * What a call threw that is no answer: no connection, or a body that is not the JSON that it should be. REST clients
     * wrap either in several ways, not always in an exception of their own.
     */
    static Failure withoutAnswer(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
            if (cause instanceof java.io.IOException) {
                return new Failure(
                        ErrorCode.TAPIS_UNREACHABLE,
                        "No answer from Tapis: " + cause.getClass().getSimpleName() + ".",
                        thrown);
            }
        }
        return new Failure(
                ErrorCode.TAPIS_UNEXPECTED_ANSWER, "Tapis' answer is not the JSON that was expected.", thrown);
    }
}
