package io.skyferry.webodm;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Excerpt;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.RetryAfter;
import io.skyferry.platform.rest.RemoteBody;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Translates WebODM's error answers into our failures. 403 is its word for "sign in again", 404 for "not yours or
 * gone"; a refused field is a 400 with the field's name.
 */
public class WebOdmErrors implements ResponseExceptionMapper<Failure> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public Failure toThrowable(Response response) {
        String header = response.getHeaderString("Retry-After");
        Duration wait =
                header == null ? null : RetryAfter.parse(header, Instant.now()).orElse(null);
        String detail = "WebODM " + response.getStatus() + ": " + Excerpt.of(RemoteBody.text(response));
        return new Failure(code(response.getStatus()), detail, null, wait);
    }

    static ErrorCode code(int status) {
        return switch (status) {
            case 400 -> ErrorCode.WEBODM_REFUSED;
            case 401, 403 -> ErrorCode.WEBODM_SIGN_IN;
            case 404 -> ErrorCode.WEBODM_NOT_FOUND;
            case 429, 503 -> ErrorCode.WEBODM_BUSY;
            default -> status >= 500 ? ErrorCode.WEBODM_ERROR : ErrorCode.WEBODM_UNEXPECTED_ANSWER;
        };
    }

    static Failure unknownUser(String username, Failure cause) {
        return new Failure(
                ErrorCode.WEBODM_USER_UNKNOWN,
                "WebODM has no user '" + username + "', so nothing can be made there for you.",
                cause);
    }

    /** REST clients wrap what they meet in several ways, not always in an exception of their own. */
    static Failure withoutAnswer(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
            if (cause instanceof IOException) {
                return new Failure(
                        ErrorCode.WEBODM_UNREACHABLE,
                        "No answer from WebODM: " + cause.getClass().getSimpleName() + ".",
                        thrown);
            }
        }
        // A field is missing or is something else, or it is no JSON: at this address may be no WebODM at all.
        return new Failure(
                ErrorCode.WEBODM_UNEXPECTED_ANSWER, "WebODM's answer is not the JSON that was expected.", thrown);
    }
}
