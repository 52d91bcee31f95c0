package io.skyferry.access.request;

import io.skyferry.access.audit.RefusalAudit;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;

/** The application's only authentication mechanism; which proofs count is decided in {@link RequestIdentity}. */
@ApplicationScoped
public class ApiAuthentication implements HttpAuthenticationMechanism {
    @Inject
    private RequestIdentity identity;

    @Inject
    private RefusalAudit refusals;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return identity.find(facts(request))
                    .map(principal -> context.notifyContainerAboutLogin(principal, principal.getGroups()))
                    .orElseGet(context::doNothing);
        } catch (Failure e) {
            return refuse(request, context, e);
        } catch (RuntimeException e) {
            return refuse(request, context, new Failure(ErrorCode.INTERNAL_ERROR, "Something went wrong here.", e));
        }
    }

    /** Goes on without identity, to the filter: the container would put its own status over an answer made here. */
    private AuthenticationStatus refuse(HttpServletRequest request, HttpMessageContext context, Failure failure) {
        refusals.record(request.getRemoteAddr(), failure);
        request.setAttribute(RefusalFilter.REFUSAL, failure);
        return context.doNothing();
    }

    private static IncomingRequest facts(HttpServletRequest request) {
        return new IncomingRequest() {
            @Override
            public String method() {
                return request.getMethod();
            }

            @Override
            public List<String> headers(String name) {
                return Collections.list(request.getHeaders(name));
            }

            @Override
            public String remoteAddress() {
                return request.getRemoteAddr();
            }
        };
    }
}
