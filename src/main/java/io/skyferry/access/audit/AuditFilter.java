package io.skyferry.access.audit;

import io.skyferry.platform.audit.Audit;
import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.identity.CallerHolder;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Problem;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records every request that may have changed something, by its path template; and the end of browser sign-ins. */
@Provider
public class AuditFilter implements ContainerResponseFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Audit audit;

    @Inject
    private RefusalAudit anonymous;

    @Inject
    private AuditNote note;

    @Inject
    private SecurityContext security;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (resource.getResourceMethod() == null || note.isUnimportant()) {
            return;
        }
        String template = "/" + path(resource.getResourceClass()) + path(resource.getResourceMethod());
        if (READING.contains(request.getMethod()) && !template.endsWith("/callback")) {
            return;
        }
        AuditEvent event = new AuditEvent(
                who(),
                request.getMethod() + " " + template.replaceAll("/+", "/").replaceAll(":[^/]*}", "}"),
                subject(request),
                Optional.ofNullable(servlet.getRemoteAddr()).orElse(""),
                outcome(response));
        if (event.who().isPresent()) {
            audit.record(event);
        } else {
            anonymous.record(event);
        }
    }

    private Optional<Owner> who() {
        Optional<Owner> caller = security.getCallerPrincipal() instanceof CallerHolder holder
                ? Optional.of(holder.caller().owner())
                : Optional.empty();
        return note.who().or(() -> caller);
    }

    private static String path(AnnotatedElement annotated) {
        Path path = annotated.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    private static String subject(ContainerRequestContext request) {
        return request.getUriInfo().getPathParameters().values().stream()
                .map(values -> values.get(0))
                .collect(Collectors.joining(" "));
    }

    private static String outcome(ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            return problem.code();
        }
        return response.getStatus() < 400 ? "OK" : Integer.toString(response.getStatus());
    }
}
