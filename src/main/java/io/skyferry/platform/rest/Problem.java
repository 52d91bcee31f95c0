package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The body of every error answer: the three fields that users were promised, then what helps to act on it.
 *
 * @param error the catalogue's short text
 * @param trace what to quote when asking for help; the log has the same
 */
public record Problem(
        boolean success, String error, String detail, String code, String hint, boolean retryable, String trace) {

    static Problem of(ErrorCode code, String detail, String trace) {
        return new Problem(false, code.title(), detail, code.name(), code.hint(), code.retryable(), trace);
    }

    static Response answer(Failure failure, String trace) {
        Response.ResponseBuilder answer = Response.status(failure.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(of(failure.code(), failure.detail(), trace));
        if (failure.code().status() == 401) {
            answer.header("WWW-Authenticate", "Bearer realm=\"skyferry\"");
        }
        failure.retryAfter().ifPresent(wait -> answer.header("Retry-After", wait.toSeconds()));
        return answer.build();
    }
}
