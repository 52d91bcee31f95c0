package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.failure.FailureClass;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever a resource throws into a {@link Problem}. Unknown exceptions become INTERNAL_ERROR without their text,
 * which may hold anything.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        String trace = UUID.randomUUID().toString();
        Failure failure = failure(thrown);
        if (failure.code().failureClass() == FailureClass.INTERNAL) {
            LOG.log(Level.SEVERE, failure.code() + " trace=" + trace, thrown);
        } else {
            LOG.info(() -> failure.getMessage() + " trace=" + trace);
        }
        Response answer = Problem.answer(failure, trace);
        String allowed = thrown instanceof WebApplicationException web
                ? web.getResponse().getHeaderString(HttpHeaders.ALLOW)
                : null;
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private static Failure failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof Failure failure) {
                return failure;
            }
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return new Failure(ErrorCode.INVALID_REQUEST, "The body is not the JSON that this call takes.", thrown);
            }
            if (cause instanceof WebApplicationException web) {
                return ofStatus(web);
            }
        }
        return new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong here.", thrown);
    }

    private static Throwable next(Throwable cause) {
        boolean wrapper = cause instanceof EJBException
                || cause instanceof ProcessingException
                || cause.getClass() == RuntimeException.class;
        return wrapper || cause.getCause() instanceof Failure ? cause.getCause() : null;
    }

    private static Failure ofStatus(WebApplicationException web) {
        for (Throwable cause = web.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
        }
        return switch (web.getResponse().getStatus()) {
            case 400 -> new Failure(ErrorCode.INVALID_REQUEST, "The request is not what this call takes.", web);
            case 401 -> new Failure(ErrorCode.NOT_SIGNED_IN, "The request carries no valid identity.", web);
            case 403 -> new Failure(ErrorCode.FORBIDDEN, "This call is not for you.", web);
            case 404 -> new Failure(ErrorCode.NOT_FOUND, "There is nothing at this address.", web);
            case 405 -> new Failure(ErrorCode.METHOD_NOT_ALLOWED, "This address takes another method.", web);
            case 406 -> new Failure(ErrorCode.NOT_ACCEPTABLE, "This call answers JSON.", web);
            case 415 -> new Failure(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This call takes JSON.", web);
            default -> new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong here.", web);
        };
    }
}
