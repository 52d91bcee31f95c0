package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers what fails before any resource is reached, such as an address with an encoded slash, which the server itself
 * refuses. Named as the error page in {@code web.xml}.
 */
@WebServlet("/server-error")
public class ServerErrors extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        boolean asked = request.getDispatcherType() != DispatcherType.ERROR;
        Object status = asked ? (Object) 404 : request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemAnswer.send(response, failure(status instanceof Integer number ? number : 500));
    }

    private static Failure failure(int status) {
        return switch (status) {
            case 400, 414, 431 ->
                new Failure(ErrorCode.INVALID_REQUEST, "The address or a header is not what a server takes.");
            case 401 -> new Failure(ErrorCode.NOT_SIGNED_IN, "The request carries no valid identity.");
            case 403 -> new Failure(ErrorCode.FORBIDDEN, "This call is not for you.");
            case 404 -> new Failure(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> new Failure(ErrorCode.METHOD_NOT_ALLOWED, "This address takes another method.");
            case 413 -> new Failure(ErrorCode.TOO_LARGE, "The request is too large.");
            default -> new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong here.");
        };
    }
}
