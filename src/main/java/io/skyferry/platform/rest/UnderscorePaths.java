package io.skyferry.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts {@code discover_flights} for {@code discover-flights}: users were promised both forms of a call's name. */
@Provider
@PreMatching
public class UnderscorePaths implements ContainerRequestFilter {
    private static final Pattern CALL = Pattern.compile("(/api/)(tapis[-_][a-z]+)(/[a-z_-]+)?(/?)");

    @Override
    public void filter(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        Matcher call = CALL.matcher(address.getRawPath());
        if (address.getRawPath().indexOf('_') >= 0 && call.matches()) {
            String path = address.getRawPath().replace('_', '-');
            request.setRequestUri(request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(path)
                    .build());
        }
    }
}
