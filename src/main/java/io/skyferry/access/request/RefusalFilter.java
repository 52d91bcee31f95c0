package io.skyferry.access.request;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.ProblemAnswer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests whose proof was wrong, before they reach anything. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RefusalFilter implements Filter {
    static final String REFUSAL = "io.skyferry.access.refusal";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(REFUSAL) instanceof Failure failure && response instanceof HttpServletResponse http) {
            ProblemAnswer.send(http, failure);
        } else {
            chain.doFilter(request, response);
        }
    }
}
