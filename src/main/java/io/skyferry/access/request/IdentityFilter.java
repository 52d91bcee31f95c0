package io.skyferry.access.request;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CallerHolder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/**
 * Lets nobody without identity reach a resource, nor learn what is wrong with his request, unless the resource says of
 * itself by {@link SecurityRequirements} that it needs none. The API's document says the same by the same annotation.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class IdentityFilter implements ContainerRequestFilter {
    @Inject
    private SecurityContext security;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean known = security.getCallerPrincipal() instanceof CallerHolder;
        if (!known && !isOpen() && !request.getMethod().equals(HttpMethod.OPTIONS)) {
            throw new Failure(ErrorCode.NOT_SIGNED_IN, "The request carries no token and no session.");
        }
    }

    private boolean isOpen() {
        return resource.getResourceMethod() == null
                || resource.getResourceMethod().isAnnotationPresent(SecurityRequirements.class)
                || resource.getResourceClass().isAnnotationPresent(SecurityRequirements.class);
    }
}
