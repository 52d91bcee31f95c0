package io.skyferry.platform.rest;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.failure.FailureClass;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes a {@link Problem} where no resource is involved: in filters and authentication. */
public final class ProblemAnswer {
    private static final Logger LOG = Logger.getLogger(ProblemAnswer.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();

    private ProblemAnswer() {}

    public static void send(HttpServletResponse response, Failure failure) {
        String trace = UUID.randomUUID().toString();
        if (failure.code().failureClass() == FailureClass.INTERNAL) {
            LOG.log(Level.SEVERE, failure.code() + " trace=" + trace, failure);
        } else {
            LOG.info(() -> failure.getMessage() + " trace=" + trace);
        }
        response.setStatus(failure.code().status());
        response.setContentType("application/json;charset=UTF-8");
        if (failure.code().status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"skyferry\"");
        }
        failure.retryAfter().ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
        try {
            response.getWriter().write(JSON.toJson(Problem.of(failure.code(), failure.detail(), trace)));
            response.getWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
